import { createFakeClock } from '@docent/testkit'
import { signal } from '@preact/signals-core'
import { expect, it } from 'vitest'
import type { DocentOptions } from '../options.ts'
import { activatedKey, stageOf } from './stage.ts'

const clock = createFakeClock()
const dayMs = 86_400_000
const stage = (traits: Record<string, string | number>, activated = false, own?: DocentOptions['stage']) =>
  stageOf(
    {
      clock,
      visitor: signal({ traits }),
      state: {
        entries: signal(new Map()),
        get: (key) => (activated && key === activatedKey ? 1 : undefined),
        put: () => {},
      },
    },
    own,
  )

it('is new for seven days, activated with a milestone, established afterwards', () => {
  expect(stage({})).toBe('new')
  expect(stage({ signedUpAt: clock.now() - 7 * dayMs + 1 })).toBe('new')
  expect(stage({ signedUpAt: clock.now() - 7 * dayMs + 1 }, true)).toBe('activated')
  expect(stage({ signedUpAt: clock.now() - 7 * dayMs }, true)).toBe('established')
  expect(stage({ signedUpAt: new Date(clock.now() - 8 * dayMs).toISOString() })).toBe('established')
  expect(stage({ signedUpAt: 'last year' })).toBe('new')
})

it('is what the host says: by its function, else by the trait', () => {
  expect(stage({ stage: 'trial' })).toBe('trial')
  expect(stage({ stage: 'trial' }, false, () => 'paying')).toBe('paying')
  expect(stage({ stage: 'trial' }, false, () => undefined)).toBe('trial')
})
