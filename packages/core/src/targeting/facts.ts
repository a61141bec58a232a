import type { RecordedEvent } from '@docent/protocol'
import { type Signal, signal } from '@preact/signals-core'
import type { FeatureContext } from '../feature.ts'
import { pathOf } from '../path-of.ts'
import type { Facts } from '../rules/rule.ts'
import { keysWith } from '../storage/storage.ts'

/** No event is remembered more often: enough for any rule, bounded for any host. */
const timesKept = 50
const prefix = 'events/'

/**
 * What rules read, as signals: reading subscribes to just that. Events are remembered (by name and time, never their data)
 * only where a rule asks for them.
 */
export function createFacts(context: FeatureContext, stage: Facts['stage']): Facts {
  const { storage, clock, page, visitor, past, report } = context
  const asked = new Map<
    string,
    {
      readonly times: Signal<readonly number[] | undefined>
      readonly matches: (event: RecordedEvent) => boolean
    }
  >()
  const stored = storage.read(keysWith(prefix)).then((entries) => new Map(entries as [string, number[]][]))
  const remember = (key: string, times: readonly number[]): void => {
    const kept = times.slice(-timesKept)
    const known = asked.get(key)
    if (known) known.times.value = kept
    storage.write([{ key: prefix + key, value: kept }]).catch(report)
  }
  const eventTimes: Facts['eventTimes'] = (key, matches = ({ name }) => name === key) => {
    const known = asked.get(key)
    if (known) return known.times.value
    const times = signal<readonly number[] | undefined>(undefined)
    asked.set(key, { times, matches })
    void stored.then((entries) => {
      const before = entries.get(prefix + key) ?? []
      // What happened on this page view before anyone asked; another realm of the same person may have stored it already.
      const here = past.filter(matches).map(({ at }) => at)
      if (here.length > 0) remember(key, [...before.filter((at) => !here.includes(at)), ...here])
      else times.value = before
    })
    return times.value
  }
  context.onTrack((event) => {
    for (const [key, { times, matches }] of asked) {
      const known = times.peek()
      if (known && matches(event)) remember(key, [...known, event.at])
    }
  })
  return {
    path: () => pathOf(page.url.value),
    trait: (name) => {
      const { traits, ...known } = visitor.value
      return traits[name] ?? (known as Record<string, string | undefined>)[name]
    },
    eventTimes,
    stage,
    now: () => clock.now(),
  }
}
