import { basename, dirname, extname, posix } from 'node:path'
import { isMap, parseDocument } from 'yaml'
import type { Problems } from '../problem.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import {
  dayOf,
  type ImportedArticle,
  type ImportedCategory,
  type Importer,
  type ImportSource,
  toName,
} from './imported.ts'

const other: ImportedCategory = { id: 'general', title: 'General' }

/** A folder of HTML pages: what is in `<main>` or `<article>`, else the body. Folders become topics. */
export const importHtml: Importer = (sources, problems) =>
  collect(sources, (source) => {
    const { title, locale } = htmlToMarkdown(source.text)
    if (!title) {
      problems.error({ file: source.file, line: 1 }, 'The page has no title', 'Give it a <title> or an <h1>')
      return undefined
    }
    return { title, ...(locale && { locale }), body: { html: source.text } }
  })

/**
 * Pages of Docusaurus or VitePress: their front matter (`title`, `sidebar_position` or `order`, `tags`, `keywords`, `slug`, `draft`,
 * `last_update`, `lastUpdated`), their `:::` boxes, and folders as topics. JSX cannot come along and is said.
 */
export const importPages: Importer = (sources, problems) => collect(sources, (source) => readPage(source, problems))

type Page = Pick<ImportedArticle, 'title' | 'body'> & Partial<ImportedArticle>

function collect(sources: readonly ImportSource[], read: (source: ImportSource) => Page | undefined) {
  const categories = new Map<string, ImportedCategory>()
  const articles = sources.flatMap((source): ImportedArticle[] => {
    const page = read(source)
    if (!page) return []
    const folder = basename(dirname(source.file))
    const category = folder === '.' || folder === '' ? other : { id: toName(folder), title: capital(folder) }
    categories.set(category.id, category)
    const stem = basename(source.file, extname(source.file))
    const name = /^(index|readme)$/i.test(stem) ? toName(page.title) : toName(stem)
    return [{ name, sourceId: withoutExtension(source.file), locale: 'en', category: category.id, ...page }]
  })
  return {
    articles,
    categories: [...categories.values()],
    articleAt: (url: string) => (/^[a-z]+:/i.test(url) ? undefined : withoutExtension(url.replace(/[?#].*$/, ''))),
  }
}

const withoutExtension = (path: string): string => posix.normalize(path).replace(/\.(html?|mdx?|markdown)$/i, '')
const capital = (name: string): string =>
  name
    .replace(/^\d+[-_.]\s*/, '')
    .replace(/[-_]+/g, ' ')
    .replace(/^\p{L}/u, (letter) => letter.toUpperCase())

const boxes: Readonly<Record<string, string>> = {
  note: 'NOTE',
  info: 'NOTE',
  details: 'NOTE',
  important: 'IMPORTANT',
  tip: 'TIP',
  warning: 'WARNING',
  caution: 'CAUTION',
  danger: 'CAUTION',
}

function readPage(source: ImportSource, problems: Problems): Page | undefined {
  const [all, matter = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/.exec(source.text) ?? ['', '']
  const text = source.text.slice(all.length)
  const document = parseDocument(matter)
  const fault = document.errors[0]
  if (fault) {
    const line = 1 + matter.slice(0, fault.pos[0]).split('\n').length
    problems.error({ file: source.file, line }, 'The front matter is not valid YAML', 'Put text with a colon in quotes')
    return undefined
  }
  const keys = (isMap(document.contents) ? document.toJS() : {}) as Readonly<Record<string, unknown>>
  const heading = /^# +(.+?)\s*(?:\{#.*\})?$/m.exec(text)
  const title = typeof keys.title === 'string' ? keys.title : heading?.[1]
  if (!title) {
    problems.error({ file: source.file, line: 1 }, 'The page has no title', 'Add title: to its front matter')
    return undefined
  }
  const lines = all.split('\n').length - 1
  const markdown = toGfm(heading?.[1] === title ? text.replace(heading[0], '') : text, source.file, lines, problems)
  const order = keys.sidebar_position ?? keys.order
  const update = keys.last_update as { date?: unknown } | undefined
  const words = [keys.keywords, keys.tags].flatMap((list) => (Array.isArray(list) ? list : []))
  return {
    title,
    ...(typeof keys.slug === 'string' && keys.slug !== '/' && { name: toName(basename(keys.slug)) }),
    ...(typeof order === 'number' && { order }),
    keywords: words.filter((word): word is string => typeof word === 'string'),
    ...dayOf(update?.date ?? keys.lastUpdated ?? undefined),
    isDraft: keys.draft === true,
    body: { markdown },
  }
}

/** `:::tip Title` boxes become callouts; imports and JSX, which only their own site can run, are told. */
function toGfm(text: string, file: string, linesBefore: number, problems: Problems): string {
  let box = ''
  let isCode = false
  const result = text.split(/\r?\n/).flatMap((line, index): string[] => {
    if (/^\s*(```|~~~)/.test(line)) isCode = !isCode
    const [, kind, title] = (!isCode && /^:::+\s*([a-z]+)?\s*(?:\[?(.*?)\]?)?\s*$/.exec(line)) || []
    if (kind && boxes[kind]) {
      box = '> '
      return [`> [!${boxes[kind]}]`, ...(title ? [`> **${title}**`, '>'] : [])]
    }
    if (!isCode && /^:::+\s*$/.test(line)) {
      box = ''
      return ['']
    }
    if (!isCode && /^(import|export) .*/.test(line)) return []
    if (!isCode && /^\s*<\/?[A-Z]\w*/.test(line)) {
      const place = { file, line: index + 1 + linesBefore }
      problems.warn(place, `A component was left out: ${line.trim().slice(0, 40)}`, 'Write in Markdown what it shows')
      return []
    }
    return [box + line.replace(/^(#+ .*?)\s*\{#[\w-]+\}\s*$/, '$1')]
  })
  return `${result.join('\n').trim()}\n`
}
