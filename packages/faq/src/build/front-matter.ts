import { isMap, isScalar } from 'yaml'
import { didYouMean } from './closest.ts'
import type { Place, Problems } from './problem.ts'
import { readKeys, readText, readTexts, readYaml, type YamlSource, type YamlText } from './yaml-reader.ts'

/** The lines between `---` at the top of an article. */
export interface FrontMatter {
  readonly title: string
  readonly category: string
  readonly categoryPlace: Place
  /** Lower is earlier in its category; articles without one come after those with one, by title. */
  readonly order: number
  readonly level: 'basic' | 'advanced'
  /** `keywords` and `synonyms`. */
  readonly keywords: readonly string[]
  /** Who may read it; everyone when empty. `plan: pro` is the audience `plan-pro`. */
  readonly audiences: readonly string[]
  readonly audiencePlace?: Place
  /** For whom it is suggested before others. */
  readonly stages: readonly string[]
  readonly pages: readonly string[]
  readonly updated?: string
  /** The article's id when it is not to be the name of its file. */
  readonly slug?: string
  readonly slugPlace?: Place
}

const keys = [
  'title',
  'category',
  'order',
  'level',
  'keywords',
  'synonyms',
  'pages',
  'stage',
  'audience',
  'plan',
  'updated',
  'slug',
] as const
const levels = ['basic', 'advanced'] as const

/** `undefined` when a required key is missing or the YAML is broken; every fault is in `problems`. */
export function readFrontMatter(yaml: YamlText, problems: Problems): FrontMatter | undefined {
  const start = { file: yaml.file, line: 1, column: 1 }
  const source = readYaml(yaml, problems)
  if (!source) return undefined
  const map = source.document.contents
  if (!isMap(map)) {
    problems.error(start, 'The front matter has no keys', 'Write title: and category: between the two --- lines')
    return undefined
  }
  const values = readKeys(map, keys, source, problems)
  const title = required('title', values, source, problems, start)
  const category = required('category', values, source, problems, start)
  const slug = readText('slug', values.get('slug'), source, problems)
  const updated = readDate('updated', values.get('updated'), source, problems)
  const rest = {
    order: readOrder(values.get('order'), source, problems),
    level: readLevel(values.get('level'), source, problems),
    keywords: ['keywords', 'synonyms'].flatMap((key) => readTexts(key, values.get(key), source, problems)),
    stages: readTexts('stage', values.get('stage'), source, problems),
    ...readAudiences(values, source, problems),
    pages: readPages(values.get('pages'), source, problems),
    ...(updated !== undefined && { updated }),
    ...(slug !== undefined && { slug, slugPlace: source.placeOf(values.get('slug')) }),
  }
  if (title === undefined || category === undefined) return undefined
  return { title, category, categoryPlace: source.placeOf(values.get('category')), ...rest }
}

type Values = ReadonlyMap<string, unknown>

function required(name: 'title' | 'category', values: Values, source: YamlSource, problems: Problems, start: Place) {
  if (values.has(name)) return readText(name, values.get(name), source, problems)
  const example = name === 'title' ? 'title: Send an invoice' : 'category: and the id of a category of categories.yml'
  problems.error(start, `The article has no ${name}`, `Add ${example} to the front matter`)
  return undefined
}

function readAudiences(values: Values, source: YamlSource, problems: Problems) {
  const node = values.get('audience') ?? values.get('plan')
  const names = readTexts('audience', values.get('audience'), source, problems)
  const plans = readTexts('plan', values.get('plan'), source, problems).map((plan) => `plan-${plan}`)
  // It is open to each of them, so that nobody is both would be a surprise.
  if (names.length > 0 && plans.length > 0)
    problems.error(source.placeOf(node), 'An article has either an audience or a plan', 'Keep one of the two keys')
  const audiences = [...names, ...plans]
  for (const name of audiences)
    if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name))
      problems.error(source.placeOf(node), `“${name}” cannot be an audience`, 'Use letters, digits, - and _ only')
  return { audiences, ...(node !== undefined && { audiencePlace: source.placeOf(node) }) }
}

function readOrder(node: unknown, source: YamlSource, problems: Problems): number {
  if (node === undefined) return Number.POSITIVE_INFINITY
  if (isScalar(node) && typeof node.value === 'number' && Number.isFinite(node.value)) return node.value
  problems.error(source.placeOf(node), '“order” is not a number', 'Write a number: 1 comes before 2')
  return Number.POSITIVE_INFINITY
}

function readLevel(node: unknown, source: YamlSource, problems: Problems): 'basic' | 'advanced' {
  const level = readText('level', node, source, problems)
  if (level === undefined || level === 'basic' || level === 'advanced') return level ?? 'basic'
  const remedy = didYouMean(level, levels, 'Write basic (what everyone needs) or advanced (for going deeper)')
  problems.error(source.placeOf(node), `There is no level “${level}”`, remedy)
  return 'basic'
}

function readPages(node: unknown, source: YamlSource, problems: Problems): string[] {
  const pages = readTexts('pages', node, source, problems)
  for (const page of pages)
    if (!page.startsWith('/'))
      problems.error(source.placeOf(node), `“${page}” is not a path`, 'Begin it with a slash: /invoices or /invoices/*')
  return pages
}

/** `name`: the key. */
export function readDate(name: string, node: unknown, source: YamlSource, problems: Problems): string | undefined {
  const date = readText(name, node, source, problems)
  if (date === undefined) return undefined
  const parsed = /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(`${date}T00:00:00Z`) : undefined
  if (parsed && !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)) return date
  problems.error(source.placeOf(node), `“${date}” is not a date`, 'Write year-month-day: 2026-11-12')
  return undefined
}
