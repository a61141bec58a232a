/** What few visitors need, who come from another origin of the app or go there: a chunk of its own. */
export { arrive } from './arrive.ts'
export { handover } from './handover.ts'
