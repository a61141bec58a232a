import type { SourceArticle } from './article.ts'
import { closest, didYouMean } from './closest.ts'
import type { LocaleContent } from './locale.ts'
import type { ArticleLink } from './page.ts'
import type { Problems } from './problem.ts'

/** Writes the route into every link between articles; those that lead nowhere are errors. */
export function checkLinks(content: LocaleContent, all: readonly LocaleContent[], problems: Problems): void {
  const byPath = new Map(content.articles.map((article) => [article.path, article]))
  const byId = new Map(content.articles.map((article) => [article.id, article]))
  const check = (link: ArticleLink): void => {
    const target = link.path === undefined ? byId.get(link.id ?? '') : byPath.get(link.path)
    if (target) arrive(link, target, problems)
    if (target || content.unreadable.has(link.path ?? '')) return
    const known = link.path === undefined ? byId.keys() : byPath.keys()
    problems.error(link.place, `There is no article “${link.path ?? link.id}”`, remedyFor(link, known, all))
  }
  for (const { links } of [...content.articles, ...content.news]) links.forEach(check)
}

function arrive({ node, heading, place }: ArticleLink, target: SourceArticle, problems: Problems): void {
  node.route = heading === '' ? target.id : `${target.id}#${heading}`
  if (heading === '' || target.headingIds.has(heading)) return
  const near = closest(heading, target.headingIds)
  const all = [...target.headingIds].map((id) => `#${id}`).join(', ')
  const otherwise = all === '' ? 'It has no headings' : `Its headings are ${all}`
  problems.error(
    place,
    `“${target.title}” has no heading “#${heading}”`,
    near === undefined ? otherwise : `Did you mean “#${near}”?`,
  )
}

function remedyFor(link: ArticleLink, known: Iterable<string>, all: readonly LocaleContent[]): string {
  const translated = all.find(({ articles }) => articles.some(({ path, id }) => path === link.path || id === link.id))
  if (translated) return `It is only there in “${translated.locale}”: translate it, or link to another one`
  const isPath = link.path !== undefined
  return didYouMean(link.path ?? link.id ?? '', known, isPath ? 'Write the path from this file' : 'Write its id')
}
