import { didYouMean } from '@docent/faq/build'
import { isObject } from '@docent/protocol'
import type { Definitions } from 'docent/definitions'
import type { Tell } from './problem.ts'

export type KnownIds = ReadonlySet<string>

/** Actions and rules that name a tour, checklist, task or article that is not there. */
export function findLostReferences(definitions: Definitions, articles: KnownIds | undefined, tell: Tell): void {
  const { tours = [] } = definitions.guide
  const { checklists } = definitions.checklist
  const known: Readonly<Record<string, KnownIds | undefined>> = {
    tour: new Set(tours.map(({ id }) => id)),
    checklist: new Set(checklists.map(({ id }) => id)),
    task: new Set(checklists.flatMap(({ id, tasks }) => tasks.map((task) => `${id}/${task.id}`))),
    article: articles,
  }
  const look = (type: string, id: string, at: string): void => {
    const ids = known[type]
    if (!ids || ids.has(id)) return
    const otherwise = ids.size > 0 ? `There is: ${[...ids].join(', ')}` : `Define the ${type} first`
    tell('error', `“${at}” names the ${type} “${id}”, which is not there`, didYouMean(id, ids, otherwise))
  }
  const walk = (value: unknown, at: string): void => {
    if (Array.isArray(value)) for (const [index, part] of value.entries()) walk(part, `${at}[${index}]`)
    if (!isObject(value) || Array.isArray(value)) return
    const { kind, id, type } = value
    if (typeof id === 'string' && kind === 'guide') look('tour', id, at)
    if (typeof id === 'string' && kind === 'article') look('article', id, at)
    if (typeof id === 'string' && kind === 'content') look(String(type), id, at)
    for (const [name, part] of Object.entries(value)) walk(part, at ? `${at}.${name}` : name)
  }
  walk(definitions.guide, '')
  walk(definitions.checklist, '')
}
