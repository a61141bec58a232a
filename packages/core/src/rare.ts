/** What a host rarely asks for, in a chunk of its own. */
export { diagnose } from './diagnose.ts'
export { explain } from './explain.ts'
export { report } from './measure/report.ts'
