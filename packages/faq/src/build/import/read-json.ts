import { type Document, isMap, LineCounter, type Node, parseDocument } from 'yaml'
import type { Place, Problems } from '../problem.ts'
import type { ImportSource } from './imported.ts'

export type Loose = Readonly<Record<string, unknown>>

/** Items of an export, with the line each stands on. */
export interface JsonItem {
  readonly value: Loose
  readonly place: Place
}

/**
 * The items of a list in an export: `{ "articles": [...] }`, as the API gives it, or several such pages in a list. JSON is
 * read as YAML, of which it is a part, because that knows where everything stands.
 */
export function readItems(source: ImportSource, key: string, problems: Problems): JsonItem[] {
  const fault = faultOf(source.text)
  if (fault) {
    problems.error(
      { file: source.file, ...fault },
      'This is not valid JSON',
      'Export it again, or mend what stands there',
    )
    return []
  }
  const lines = new LineCounter()
  const document: Document = parseDocument(source.text, { lineCounter: lines })
  const root: unknown = JSON.parse(source.text)
  const paths = Array.isArray(root)
    ? root.flatMap((page, index) => listPaths(page, [index], key))
    : listPaths(root, [], key)
  return paths.flatMap((path) => {
    const list = path.reduce<unknown>((value, step) => (value as Loose)[step as string], root) as unknown[]
    return list.flatMap((value, index): JsonItem[] => {
      const node = document.getIn([...path, index], true) as Node | undefined
      const { line, col } = lines.linePos(node?.range?.[0] ?? 0)
      const place = { file: source.file, line, column: col }
      if (isMap(node)) return [{ value: value as Loose, place }]
      problems.error(place, `An item of “${key}” is not an object`, 'Export it again, as the API answers')
      return []
    })
  })
}

const listPaths = (page: unknown, path: (string | number)[], key: string): (string | number)[][] =>
  typeof page === 'object' && page !== null && Array.isArray((page as Loose)[key]) ? [[...path, key]] : []

function faultOf(text: string): { line: number; column: number } | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const position = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length)
    const before = text.slice(0, position).split('\n')
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  }
}

/** A text of an item; `undefined` and an error where it must be there and is not. */
export function readString({ value, place }: JsonItem, key: string, problems?: Problems): string | undefined {
  const found = value[key]
  if (typeof found === 'string' && found.trim() !== '') return found
  problems?.error(place, `The article has no “${key}”`, 'Export it again with all its fields')
  return undefined
}

export const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
