import type { RecordedEvent } from '@docent/protocol'
import { createFakeClock, createFakePage } from '@docent/testkit'
import { effect, signal } from '@preact/signals-core'
import { expect, it, vi } from 'vitest'
import type { FeatureContext, VisitorFacts } from '../../feature.ts'
import type { DocentOptions } from '../../options.ts'
import { evaluate } from '../../rules/evaluate.ts'
import type { Rule, Verdict } from '../../rules/rule.ts'
import { factsOf } from '../../rules/test-rules.ts'
import { createScope } from '../../scope.ts'
import type { Services } from '../../services.ts'
import { memoryStorage } from '../../storage/memory.ts'
import { everything, type Storage } from '../../storage/storage.ts'
import { createMore } from './create-more.ts'

interface Start {
  readonly given?: Pick<DocentOptions, 'flags' | 'predicates'>
  readonly measurement?: boolean
  readonly storage?: Storage
  readonly clock?: ReturnType<typeof createFakeClock>
}

function open({ given = {}, measurement = false, storage = memoryStorage(), clock = createFakeClock() }: Start = {}) {
  const page = createFakePage()
  const scope = createScope()
  const visitor = signal<VisitorFacts>({ traits: {} })
  const handlers: ((event: RecordedEvent) => void)[] = []
  const tracked: string[] = []
  const track = (name: string): void => {
    tracked.push(name)
    for (const handle of handlers) handle({ name, at: clock.now() })
  }
  let see: ((element: Element | undefined) => void) | undefined
  const targets: Services['targets'] = async () => ({
    async followTarget(_, __, ___, changed) {
      see = changed
    },
  })
  const report = vi.fn()
  const context: Partial<FeatureContext> = {
    ...{ page, scope, visitor, storage, track, clock, report },
    locale: signal('lv'),
    services: {
      provide: () => {},
      get: ((name: string) => (name === 'targets' ? targets : undefined)) as never,
    },
    state: { entries: signal(new Map()), get: () => undefined, put: () => {} },
    onTrack: (handle) => void handlers.push(handle),
  }
  const consent = signal({ storage: 'all' as const, measurement })
  const more = createMore(context as FeatureContext, { given, consent })
  const facts = factsOf({ more: () => more })
  const watch = (rule: Rule) => {
    const seen: Verdict[] = []
    effect(() => void seen.push(evaluate(rule, facts).verdict))
    return seen
  }
  return {
    page,
    scope,
    visitor,
    storage,
    clock,
    track,
    tracked,
    report,
    watch,
    see: (element?: Element) => see?.(element),
  }
}

it('asks the host again after an event, an update and a change of page', () => {
  let answer: boolean | undefined
  const { watch, track, visitor, page } = open({ given: { predicates: { ready: () => answer }, flags: () => 'b' } })
  const seen = watch({ kind: 'custom', name: 'ready' })
  expect(watch({ kind: 'flag', key: 'a', is: 'b' })).toEqual([true])
  answer = false
  track('anything')
  answer = true
  visitor.value = { traits: { plan: 'pro' } }
  answer = undefined
  page.navigate('/next')
  expect(seen).toEqual(['unknown', false, true, 'unknown'])
})

it('a function of the host that throws is reported, and unknown', () => {
  const { watch, report } = open({
    given: {
      predicates: {
        broken() {
          throw new Error('host')
        },
      },
    },
  })
  expect(watch({ kind: 'custom', name: 'broken' })).toEqual(['unknown'])
  expect(report).toHaveBeenCalledOnce()
  expect(watch({ kind: 'custom', name: 'missing' })).toEqual(['unknown'])
})

it('follows a target, and remembers that it was clicked when it is gone', async () => {
  const { watch, see } = open()
  const visible = watch({ kind: 'target', target: '#save' })
  const clicked = watch({ kind: 'target', target: '#save', is: 'clicked' })
  await vi.waitFor(() => expect(visible).toEqual(['unknown', false]))
  const button = document.createElement('button')
  const icon = document.createElement('span')
  button.append(icon)
  document.body.append(button)
  see(button)
  icon.click()
  see(undefined)
  expect(visible).toEqual(['unknown', false, true, false])
  expect(clicked.at(-1)).toBe(true)
})

it('samples whom the host knows, strangers only with consent, and the same ones next time', async () => {
  const rule: Rule = { kind: 'sample', seed: 's', percent: 100 }
  const stranger = open()
  expect(stranger.watch(rule)).toEqual(['unknown'])
  stranger.visitor.value = { id: 'u1', traits: {} }
  expect(stranger.watch(rule)).toEqual([true])
  expect(await stranger.storage.read(everything)).toEqual([])
  const agreed = open({ measurement: true })
  const seen = agreed.watch(rule)
  await vi.waitFor(() => expect(seen).toEqual(['unknown', true]))
  const kept = await agreed.storage.read(everything)
  const again = open({ measurement: true, storage: agreed.storage })
  const later = again.watch(rule)
  await vi.waitFor(() => expect(later.at(-1)).toBe(true))
  expect(await again.storage.read(everything)).toEqual(kept)
})

it('a visit is the first until something was kept, goes on over page loads, and says how long one was away', async () => {
  const first: Rule = { kind: 'visit', is: 'first' }
  const back: Rule = { kind: 'visit', is: 'returning', awayFor: 'P7D' }
  const clock = createFakeClock()
  const storage = memoryStorage()
  const visit = async (): Promise<{ seen: unknown; tracked: readonly string[] }> => {
    const { watch, tracked, scope } = open({ storage, clock })
    const [isFirst, isBack] = [watch(first), watch(back)]
    await vi.waitFor(() => expect(isFirst.at(-1)).not.toBe('unknown'))
    const kept = (await storage.read(everything, 1)).length > 0
    if (kept)
      await vi.waitFor(async () => expect((await storage.read(everything)).some(([key]) => key === 'visit')).toBe(true))
    scope.dispose()
    return { seen: [isFirst.at(-1), isBack.at(-1)], tracked }
  }
  expect(await visit()).toEqual({ seen: [true, false], tracked: ['visit_started'] })
  expect(await storage.read(everything)).toEqual([])
  await storage.write([{ key: 'state/a', value: 1 }])
  expect(await visit()).toEqual({ seen: [true, false], tracked: ['visit_started'] })
  await clock.advance(60_000)
  expect(await visit()).toEqual({ seen: [true, false], tracked: [] })
  await clock.advance(8 * 86_400_000)
  expect(await visit()).toEqual({ seen: [false, true], tracked: ['visit_started'] })
})
