/** What is wrong in the source of a help centre, where, and how to mend it. */
export interface HelpProblem {
  readonly severity: 'error' | 'warning'
  /** As the author would write it: the source folder and the path inside it. */
  readonly file: string
  /** From 1. Absent when the problem is the file or folder itself. */
  readonly line?: number
  /** From 1. */
  readonly column?: number
  readonly message: string
  /** How to mend it, as one sentence, without a full stop. */
  readonly remedy: string
}

export type Place = Pick<HelpProblem, 'file' | 'line' | 'column'>

/** Collects everything that is wrong, so that an author sees all of it at once. */
export interface Problems {
  readonly list: readonly HelpProblem[]
  error(place: Place, message: string, remedy: string): void
  warn(place: Place, message: string, remedy: string): void
}

export function createProblems(): Problems {
  const list: HelpProblem[] = []
  const told = new Set<string>()
  const add = (severity: HelpProblem['severity'], { file, line, column }: Place, message: string, remedy: string) => {
    const position = line === undefined ? {} : { line, column: column ?? 1 }
    // A picture is asked about again where what it was has changed.
    const what = [file, line, column, message].join('\n')
    if (!told.has(what)) list.push({ severity, file, ...position, message, remedy })
    told.add(what)
  }
  return {
    list,
    error: (place, message, remedy) => add('error', place, message, remedy),
    warn: (place, message, remedy) => add('warning', place, message, remedy),
  }
}

/** By file, line, column, so that two builds of one source say the same in the same order. */
export const sortProblems = (problems: readonly HelpProblem[]): HelpProblem[] =>
  [...problems].sort(
    (a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )

/** Code-unit order: the same on every machine, whatever its language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** With a full stop, unless it is a question. */
export const sentence = (text: string): string => (text.endsWith('?') ? text : `${text}.`)

/** `help/vat.md:12:5`, which terminals and editors make a link of. */
export const formatPlace = ({ file, line, column }: Place): string =>
  line === undefined ? file : `${file}:${line}:${column ?? 1}`

/** Nothing was written: the source has errors. `problems` holds all of them, and the warnings. */
export class HelpBuildError extends Error {
  override readonly name = 'HelpBuildError'
  constructor(readonly problems: readonly HelpProblem[]) {
    const errors = problems.filter((problem) => problem.severity === 'error')
    const lines = errors.map((problem) => `${formatPlace(problem)} ${problem.message}. ${sentence(problem.remedy)}`)
    super(`The help centre has ${errors.length === 1 ? '1 error' : `${errors.length} errors`}\n${lines.join('\n')}`)
  }
}
