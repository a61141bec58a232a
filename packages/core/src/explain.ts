import type { StateEntry } from '@docent/protocol'
import type { Runtime } from './runtime.ts'
import type { Explanation } from './targeting/orchestrator-types.ts'

/** Why surfaces are, or are not, on the screen; also those that are over for good. Without an id: all of them. */
export async function explain({ realm }: Runtime, id?: string): Promise<readonly Explanation[]> {
  const context = realm.peek()?.context
  if (!context) return []
  const { orchestrator } = await context.targeting()
  const wished = await orchestrator.explain(id)
  const over = answered(context.state.entries.peek() ?? new Map())
  return [
    ...wished,
    ...over.filter(
      (one) => (!id || one.id === id || one.id === `guide/${id}`) && !wished.some((other) => other.id === one.id),
    ),
  ]
}

/** What the visitor has finished or put away asks for no place any more, so only what is kept of it can tell. */
function answered(entries: ReadonlyMap<string, StateEntry>): Explanation[] {
  return [...entries].flatMap(([key, { value }]): Explanation[] => {
    const [, surface, how] = /^(guide\/[^/]+)\/(completed|dismissed)$/.exec(key) ?? []
    if (!surface || typeof value !== 'number') return []
    const why = `it was ${how} on ${new Date(value).toISOString()}`
    return [{ id: surface, shown: false, gates: [{ gate: 'answered', verdict: false, why }] }]
  })
}
