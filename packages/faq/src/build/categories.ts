import type { HelpCategory } from '@docent/protocol'
import { isMap, isSeq } from 'yaml'
import { topicIconNames } from '../topic-icon-names.ts'
import { didYouMean } from './closest.ts'
import type { Place, Problems } from './problem.ts'
import type { SourceFile } from './source-tree.ts'
import { readKeys, readText, readYaml, type YamlSource } from './yaml-reader.ts'

export interface SourceCategory extends HelpCategory {
  readonly place: Place
}

const keys = ['id', 'title', 'description', 'icon'] as const
const example = 'Write a list: - id: invoices, and below it title: Invoices'

/** The topics in the order visitors see them. `undefined` when the file cannot be used; why is in `problems`. */
export function readCategories(file: SourceFile, problems: Problems): SourceCategory[] | undefined {
  const source = readYaml({ file: file.file, text: file.text, linesBefore: 0 }, problems)
  if (!source) return undefined
  const list = source.document.contents
  if (!isSeq(list)) {
    problems.error({ file: file.file, line: 1 }, 'This is not a list of categories', example)
    return undefined
  }
  const categories = new Map<string, SourceCategory>()
  for (const item of list.items) {
    const category = readCategory(item, source, problems)
    if (!category) continue
    if (categories.has(category.id))
      problems.error(category.place, `There are two categories “${category.id}”`, 'Give one of them another id')
    else categories.set(category.id, category)
  }
  return [...categories.values()]
}

function readCategory(item: unknown, source: YamlSource, problems: Problems): SourceCategory | undefined {
  const place = source.placeOf(item)
  if (!isMap(item)) {
    problems.error(place, 'This category has no keys', example)
    return undefined
  }
  const values = readKeys(item, keys, source, problems)
  const [id, title, description, icon] = keys.map((key) => readText(key, values.get(key), source, problems))
  if (!values.has('id')) problems.error(place, 'This category has no id', 'Add id: and a short name without spaces')
  if (!values.has('title')) problems.error(place, 'This category has no title', 'Add title: and the name visitors see')
  if (id === undefined || title === undefined) return undefined
  if (!isId(id)) {
    problems.error(source.placeOf(values.get('id')), `“${id}” cannot be an id`, idRemedy)
    return undefined
  }
  if (icon !== undefined && !topicIconNames.some((name) => name === icon)) {
    const remedy = didYouMean(icon, topicIconNames, `A book is shown; choose one of ${topicIconNames.join(', ')}`)
    problems.warn(source.placeOf(values.get('icon')), `There is no icon “${icon}”`, remedy)
  }
  return { id, title, ...(description !== undefined && { description }), ...(icon !== undefined && { icon }), place }
}

/** Ids become part of addresses and routes. */
export const isId = (id: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id)
export const idRemedy = 'Use letters, digits, - and _ only'
