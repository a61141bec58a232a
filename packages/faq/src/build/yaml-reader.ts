/** YAML whose every value knows its line and column, with errors that an author can act on. */
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml'
import { didYouMean } from './closest.ts'
import type { Place, Problems } from './problem.ts'

export interface YamlSource {
  readonly document: Document
  placeOf(node: unknown): Place
}

export interface YamlText {
  readonly file: string
  readonly text: string
  /** Lines before the text in its file. */
  readonly linesBefore: number
}

const remedies: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two lines',
  TAB_AS_INDENT: 'Indent with spaces',
  BAD_INDENT: 'Put keys of one level at the same column',
  BLOCK_AS_IMPLICIT_KEY: 'Put text that contains a colon in quotes',
  MULTILINE_IMPLICIT_KEY: 'Write every line as “key: value”, and put text that contains a colon in quotes',
  MISSING_CHAR: 'Close the quotes or brackets',
}

/** `undefined` when the text is not YAML; what is wrong is then in `problems`. */
export function readYaml({ file, text, linesBefore }: YamlText, problems: Problems): YamlSource | undefined {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: line + linesBefore, column: col }
  }
  for (const error of document.errors)
    problems.error(
      placeAt(error.pos[0]),
      `This is not valid YAML: ${error.message.split('\n')[0]?.replace(/[.:]\s*$/, '')}`,
      remedies[error.code] ?? 'Write every line as “key: value” and put text with : or # in quotes',
    )
  if (document.errors.length > 0) return undefined
  const placeOf = (node: unknown): Place => placeAt((node as Node | null)?.range?.[0] ?? 0)
  return { document, placeOf }
}

/** The values of a map by key. Keys outside `known` are errors with the nearest known one. */
export function readKeys(map: YAMLMap, known: readonly string[], source: YamlSource, problems: Problems) {
  const values = new Map<string, unknown>()
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : String(key)
    if (known.includes(name)) values.set(name, value)
    else
      problems.error(
        source.placeOf(key),
        `Unknown key “${name}”`,
        didYouMean(name, known, `Known keys are ${known.join(', ')}`),
      )
  }
  return values
}

/** A non-empty string; `undefined` and an error otherwise. An absent value is `undefined` without one. */
export function readText(name: string, node: unknown, source: YamlSource, problems: Problems): string | undefined {
  if (node === undefined) return undefined
  const value = isScalar(node) ? node.value : undefined
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  const isNumber = typeof value === 'number' || typeof value === 'boolean'
  const empty = value === null || value === '' || node === null
  problems.error(
    source.placeOf(node),
    empty ? `“${name}” is empty` : `“${name}” is not text`,
    isNumber ? `Put it in quotes: ${name}: "${value}"` : `Write ${name}: and its text on the same line`,
  )
  return undefined
}

/** A list of strings, or one string. */
export function readTexts(name: string, node: unknown, source: YamlSource, problems: Problems): string[] {
  if (node === undefined || node === null || (isScalar(node) && node.value === null)) return []
  const items = isSeq(node) ? node.items : [node]
  if (isMap(node)) {
    problems.error(source.placeOf(node), `“${name}” is not a list`, `Write ${name}: [first, second]`)
    return []
  }
  return items.flatMap((item) => {
    if (isScalar(item) && typeof item.value === 'number') return [String(item.source ?? item.value)]
    return readText(name, item, source, problems) ?? []
  })
}
