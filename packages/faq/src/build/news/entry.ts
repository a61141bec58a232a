import { basename, extname } from 'node:path'
import { ruleProblem } from '@docent/core/rules'
import type { Json, NewsEntry, NewsFile, RichNode } from '@docent/protocol'
import { isMap } from 'yaml'
import { readBody, type Surroundings, yamlOf } from '../article.ts'
import { didYouMean } from '../closest.ts'
import { readDate } from '../front-matter.ts'
import { link } from '../links.ts'
import type { ArticleLink } from '../page.ts'
import { parseMarkdown } from '../parse-markdown.ts'
import { compare, type Problems } from '../problem.ts'
import type { SourceFile } from '../source-tree.ts'
import { readKeys, readText, readYaml, type YamlSource } from '../yaml-reader.ts'

/** One entry of What's new, with its links still to be checked. */
export interface SourceEntry extends NewsEntry {
  readonly links: readonly ArticleLink[]
}

const keys = ['title', 'date', 'kind', 'link', 'link-label', 'when'] as const
const kinds = ['new', 'improved', 'fixed', 'event'] as const
const begin = 'Begin the file with a line ---, title:, date:, and a line ---'

/** The entries of a locale, newest first; what cannot be used is in `problems`. */
export function readEntries(files: readonly SourceFile[], around: Surroundings): SourceEntry[] {
  const entries = files.flatMap((file) => readEntry(file, around) ?? [])
  return entries.sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id))
}

export const newsOf = (entries: readonly SourceEntry[]): NewsFile => ({
  entries: entries.map(({ links: _, ...entry }) => entry),
})

function readEntry(file: SourceFile, around: Surroundings): SourceEntry | undefined {
  const { problems } = around
  const root = parseMarkdown(file.text)
  const yaml = yamlOf(root, file, problems, begin)
  const source = yaml && readYaml(yaml, problems)
  const map = source?.document.contents
  if (!source || !isMap(map)) return undefined
  const values = readKeys(map, keys, source, problems)
  const text = (key: (typeof keys)[number]) => readText(key, values.get(key), source, problems)
  const start = { file: file.file, line: 1, column: 1 }
  for (const key of ['title', 'date'] as const)
    if (!values.has(key))
      problems.error(
        start,
        `The entry has no ${key}`,
        'A file in the folder news is an entry of What’s new: add title: and date:',
      )
  const [title, date] = [text('title'), readDate('date', values.get('date'), source, problems)]
  const { body, page } = readBody(root, file, title ?? '', around)
  const [address, label] = [text('link'), text('link-label')]
  const [way] = address ? link(address, [label ?? title ?? ''], page, source.placeOf(values.get('link'))) : []
  const kind = readKind(values, source, problems)
  const when = readWhen(values.get('when'), source, problems)
  if (title === undefined || date === undefined) return undefined
  const id = basename(file.path, extname(file.path))
  return { id, title, date, kind, body, ...wayOn(way), ...(when !== undefined && { when }), links: page.links }
}

/** What cannot be linked to is text alone, and told already. */
const wayOn = (way: RichNode | undefined): Pick<NewsEntry, 'link'> => (typeof way === 'object' ? { link: way } : {})

function readKind(values: ReadonlyMap<string, unknown>, source: YamlSource, problems: Problems): NewsEntry['kind'] {
  const kind = readText('kind', values.get('kind'), source, problems)
  const known = kinds.find((one) => one === kind)
  if (kind !== undefined && !known) {
    const place = source.placeOf(values.get('kind'))
    problems.error(place, `There is no kind “${kind}”`, didYouMean(kind, kinds, `Choose one of ${kinds.join(', ')}`))
  }
  return known ?? 'new'
}

function readWhen(node: unknown, source: YamlSource, problems: Problems): Json | undefined {
  if (node === undefined) return undefined
  const rule = (node as { toJSON(): Json }).toJSON()
  const wrong = ruleProblem(rule, 'when')
  if (wrong) problems.error(source.placeOf(node), `This is not a rule: ${wrong}`, 'See docs/guides/rules.md')
  return rule
}
