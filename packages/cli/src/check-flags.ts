import { didYouMean, sentence } from '@docent/faq/build'
import type { ArgsDef } from 'citty'

/** What is wrong with the arguments of a command, as a sentence; `undefined` when nothing is. */
export function flagFault(rawArgs: readonly string[], definitions: ArgsDef): string | undefined {
  const flags = new Map<string, boolean>()
  for (const [name, { type }] of Object.entries(definitions))
    if (type !== 'positional') flags.set(`--${name}`, type === 'string')
  const places = Object.entries(definitions).filter(([, { type }]) => type === 'positional')
  const given: string[] = []
  const seen = new Set<string>()
  for (let index = 0; index < rawArgs.length; index++) {
    const argument = rawArgs[index] ?? ''
    if (!argument.startsWith('-')) {
      given.push(argument)
      continue
    }
    const [flag = '', value] = argument.split(/=(.*)/s)
    const takesValue = flags.get(flag)
    if (takesValue === undefined)
      return `There is no flag “${flag}”. ${sentence(didYouMean(flag, flags.keys(), listed(flags)))}`
    seen.add(flag)
    if (!takesValue || (value !== undefined && value !== '')) continue
    const next = rawArgs[++index]
    if (value === '' || next === undefined || next.startsWith('-')) return `“${flag}” needs a value.`
  }
  const missing = places[given.length]
  if (missing) return `The ${missing[0]} is missing.`
  if (given.length > places.length) return `“${given[places.length]}” is one argument too many.`
  for (const [name, definition] of Object.entries(definitions))
    if (definition.required && definition.type !== 'positional' && !seen.has(`--${name}`))
      return `--${name} is missing.`
  return undefined
}

const listed = (flags: ReadonlyMap<string, boolean>): string => `There is: ${[...flags.keys()].join(', ')}`
