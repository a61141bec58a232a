import { posix } from 'node:path'
import { type RichNode, type RichText, safeHref } from '@docent/protocol'
import { didYouMean } from './closest.ts'
import { decodePath } from './media.ts'
import type { ArticleLink, OpenArticle, Page } from './page.ts'
import type { Place } from './problem.ts'

const targets = ['chat', 'guide', 'checklist', 'article'] as const

/** A link as a node. What cannot be linked to is an error, and only its text stays. */
export function link(url: string, children: RichText, page: Page, place: Place): readonly RichNode[] {
  if (url.startsWith('docent:')) return widgetLink(url.slice('docent:'.length), children, page, place)
  if (url.startsWith('#')) return article({ path: page.path, heading: fragmentOf(url) }, children, page, place)
  const href = safeHref(url)
  if (href !== undefined) {
    if (/^https?:/i.test(href) && !URL.canParse(href))
      page.problems.error(place, `“${url}” is not an address`, httpsRemedy)
    return [{ type: 'link', href, children }]
  }
  if (/^[a-z][\w+.-]*:/i.test(url)) {
    const remedy = 'Link with https:, mailto: or tel:, to another article by its file, or to docent:chat'
    page.problems.error(place, `Links with “${url.slice(0, url.indexOf(':') + 1)}” are not allowed`, remedy)
    return children
  }
  const path = decodePath(url)
  if (/\.(md|markdown)$/i.test(path)) {
    const target = posix.normalize(posix.join(posix.dirname(page.path), path))
    return article({ path: target, heading: fragmentOf(url) }, children, page, place)
  }
  const remedy =
    /^\.{0,2}\/?[\w./-]+$/.test(path) && !url.startsWith('/')
      ? `${httpsRemedy}, or link to an article as ./name.md`
      : httpsRemedy
  page.problems.error(
    place,
    url === '' ? 'This link leads nowhere' : `“${url}” is not an article or a full address`,
    remedy,
  )
  return children
}

const httpsRemedy = 'Write the whole address with https://'

function widgetLink(target: string, children: RichText, page: Page, place: Place): readonly RichNode[] {
  const [, kind = '', route = ''] = /^([^/#]*)\/?(.*)$/.exec(target) ?? []
  if (kind === 'article' && route !== '') {
    const [id = '', heading = ''] = route.split('#')
    return article({ id, heading }, children, page, place)
  }
  if (kind === 'chat' || kind === 'checklist' || (kind === 'guide' && route !== ''))
    return [{ type: 'open', feature: kind, route, children }]
  const known = kind === 'guide' || kind === 'article'
  const remedy = known
    ? `Write docent:${kind}/ and its id`
    : didYouMean(kind, targets, `Write ${targets.map((name) => `docent:${name}`).join(', ')}`)
  page.problems.error(place, `“docent:${target}” opens nothing`, remedy)
  return children
}

type Target = Pick<ArticleLink, 'path' | 'id' | 'heading'>

function article(target: Target, children: RichText, page: Page, place: Place): readonly RichNode[] {
  const node: OpenArticle = { type: 'open', feature: 'faq', route: '', children }
  page.links.push({ ...target, node, place })
  return [node]
}

function fragmentOf(url: string): string {
  const fragment = url.includes('#') ? url.slice(url.indexOf('#') + 1) : ''
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
