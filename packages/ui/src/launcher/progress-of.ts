import type { ShellContext } from '@docent/core'

/** The first progress that a feature tells, 0…1. Subscribes. */
export const progressOf = (installed: ShellContext['installed']): number | undefined =>
  installed.value.map(({ parts }) => parts.progress?.value).find((value) => value !== undefined)
