import type { RecordedEvent } from '@docent/protocol'
import { type ReadonlySignal, signal } from '@preact/signals-core'
import { pathOf } from '../browser/page.ts'
import type { FeatureContext } from '../feature.ts'
import type { Facts } from '../rules/rule.ts'
import { keysWith } from '../storage/storage.ts'

/** No event is remembered more often: enough for any rule, bounded for any host. */
const timesKept = 50
const prefix = 'events/'

/**
 * What rules read, as signals: reading subscribes to just that. Events are remembered (by name and time, never their data)
 * only where a rule asks for them.
 */
export function createFacts(context: FeatureContext): Facts {
  const { storage, clock, page, visitor, stage } = context
  const asked = new Map<string, ReturnType<typeof signal<readonly number[] | undefined>>>()
  const seen = new Map<string, readonly number[]>()
  const loaded = storage.read(keysWith(prefix)).then((entries) => {
    for (const [key, value] of entries) {
      const name = key.slice(prefix.length)
      seen.set(name, [...(value as number[]), ...(seen.get(name) ?? [])])
    }
  })
  const keep = (name: string): Promise<boolean> => storage.write([{ key: prefix + name, value: seen.get(name) ?? [] }])
  const remember = ({ name, at }: RecordedEvent): void => {
    const times = [...(seen.get(name) ?? []), at].slice(-timesKept)
    seen.set(name, times)
    const known = asked.get(name)
    if (!known) return
    void loaded.then(() => {
      known.value = seen.get(name)
      return keep(name)
    })
  }
  context.past.forEach(remember)
  context.onTrack(remember)
  const timesOf = (name: string): ReadonlySignal<readonly number[] | undefined> => {
    const known = asked.get(name)
    if (known) return known
    const times = signal<readonly number[] | undefined>(undefined)
    asked.set(name, times)
    void loaded.then(() => {
      times.value = seen.get(name) ?? []
      if (context.past.some((event) => event.name === name)) return keep(name)
    })
    return times
  }
  return {
    path: () => pathOf(page.url.value),
    trait: (name) => {
      const { traits, ...known } = visitor.value
      return traits[name] ?? (known as Record<string, string | undefined>)[name]
    },
    eventTimes: (name) => timesOf(name).value,
    stage: () => stage.value,
    now: () => clock.now(),
  }
}
