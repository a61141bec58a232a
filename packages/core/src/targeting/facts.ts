import { type ReadonlySignal, signal } from '@preact/signals-core'
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
  const asked = new Map<string, ReturnType<typeof signal<readonly number[] | undefined>>>()
  const stored = storage.read(keysWith(prefix)).then((entries) => new Map(entries as [string, number[]][]))
  const remember = (name: string, times: readonly number[]): void => {
    const kept = times.slice(-timesKept)
    const known = asked.get(name)
    if (known) known.value = kept
    storage.write([{ key: prefix + name, value: kept }]).catch(report)
  }
  const timesOf = (name: string): ReadonlySignal<readonly number[] | undefined> => {
    const known = asked.get(name)
    if (known) return known
    const times = signal<readonly number[] | undefined>(undefined)
    asked.set(name, times)
    void stored.then((entries) => {
      const before = entries.get(prefix + name) ?? []
      // What happened on this page view before anyone asked; another realm of the same person may have stored it already.
      const here = past.filter((event) => event.name === name).map(({ at }) => at)
      if (here.length > 0) remember(name, [...before.filter((at) => !here.includes(at)), ...here])
      else times.value = before
    })
    return times
  }
  context.onTrack(({ name, at }) => {
    const times = asked.get(name)?.peek()
    if (times) remember(name, [...times, at])
  })
  return {
    path: () => pathOf(page.url.value),
    trait: (name) => {
      const { traits, ...known } = visitor.value
      return traits[name] ?? (known as Record<string, string | undefined>)[name]
    },
    eventTimes: (name) => timesOf(name).value,
    stage,
    now: () => clock.now(),
  }
}
