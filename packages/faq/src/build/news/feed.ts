import { isMap } from 'yaml'
import { escaped, htmlOf } from '../html-of.ts'
import type { Problems } from '../problem.ts'
import type { SourceFile } from '../source-tree.ts'
import { readKeys, readText, readYaml } from '../yaml-reader.ts'
import type { SourceEntry } from './entry.ts'

/** What a feed says of itself. */
export interface FeedHead {
  readonly title: string
  /** Where the product or its news are on the web. */
  readonly site: string
  readonly description: string
}

const keys = ['title', 'site', 'description'] as const
const remedy = 'Write title: What is new in Acme, and below it site: https://acme.example'

/** `news.yml`. */
export function readFeed(file: SourceFile, problems: Problems): FeedHead | undefined {
  const source = readYaml({ file: file.file, text: file.text, linesBefore: 0 }, problems)
  const map = source?.document.contents
  if (!source) return undefined
  if (!isMap(map)) {
    problems.error({ file: file.file, line: 1 }, 'This file has no keys', remedy)
    return undefined
  }
  const values = readKeys(map, keys, source, problems)
  const [title, site, description] = keys.map((key) => readText(key, values.get(key), source, problems))
  for (const key of ['title', 'site'] as const)
    if (!values.has(key)) problems.error({ file: file.file, line: 1 }, `The feed has no ${key}`, remedy)
  if (site !== undefined && !/^https?:/.test(site))
    problems.error(source.placeOf(values.get('site')), `“${site}” is not an address`, 'Begin it with https://')
  return title === undefined || site === undefined ? undefined : { title, site, description: description ?? title }
}

/** RSS 2.0. An entry is known by its id, so that a mended one is not announced again. */
export function rssOf({ title, site, description }: FeedHead, entries: readonly SourceEntry[], locale: string): string {
  const items = entries.map((entry) => {
    const { id, date, link, body } = entry
    const href = typeof link === 'object' && link.type === 'link' ? link.href : site
    return `    <item>
      <title>${escaped(entry.title)}</title>
      <link>${escaped(href)}</link>
      <guid isPermaLink="false">${escaped(`docent:news/${locale}/${id}`)}</guid>
      <pubDate>${new Date(`${date}T00:00:00Z`).toUTCString()}</pubDate>
      <description>${escaped(htmlOf(body))}</description>
    </item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0">
  <channel>
    <title>${escaped(title)}</title>
    <link>${escaped(site)}</link>
    <description>${escaped(description)}</description>
    <language>${locale}</language>
${items.join('\n')}
  </channel>
</rss>
`
}
