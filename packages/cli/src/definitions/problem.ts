import type { HelpProblem } from '@docent/faq/build'

/** Something wrong in definitions; told like what is wrong in articles. */
export type DefinitionsProblem = HelpProblem

/** Says of one place in the definitions what is wrong there. */
export type Tell = (severity: HelpProblem['severity'], message: string, remedy: string) => void
