import type { Runtime } from './runtime.ts'
import type { Explanation } from './targeting/orchestrator-types.ts'

/** Why surfaces are, or are not, on the screen. Without an id: all of them. */
export async function explain({ realm }: Runtime, id?: string): Promise<readonly Explanation[]> {
  const targeting = await realm.peek()?.context.targeting()
  return targeting?.orchestrator.explain(id) ?? []
}
