import { signal } from '@preact/signals-core'
import { expect, it } from 'vitest'
import { explain } from './explain.ts'
import type { Runtime } from './runtime.ts'

const at = Date.UTC(2026, 0, 2)
const entry = (key: string, value: unknown) => [key, { key, value, merge: 'max', changedAt: at }] as const

function runtime(...entries: ReturnType<typeof entry>[]): Runtime {
  const waits = { id: 'guide/waits', shown: false, gates: [] }
  const orchestrator = { explain: async (id?: string) => (!id || id.includes('waits') ? [waits] : []) }
  const context = { state: { entries: signal(new Map(entries)) }, targeting: async () => ({ orchestrator }) }
  return { realm: signal({ context }) } as unknown as Runtime
}

it('tells of what waits, and of what was answered for good', async () => {
  const told = runtime(
    entry('guide/welcome/dismissed', at),
    entry('guide/waits/completed', at),
    entry('guide/current', null),
    entry('checklist/setup/completed', at),
  )
  const dismissed = {
    ...{ id: 'guide/welcome', shown: false },
    gates: [{ gate: 'answered', verdict: false, why: 'it was dismissed on 2026-01-02T00:00:00.000Z' }],
  }
  expect(await explain(told)).toEqual([{ id: 'guide/waits', shown: false, gates: [] }, dismissed])
  expect(await explain(told, 'welcome')).toEqual([dismissed])
  expect(await explain(told, 'guide/welcome')).toEqual([dismissed])
  expect(await explain(told, 'waits')).toHaveLength(1)
  expect(await explain(told, 'nope')).toEqual([])
})
