import 'fake-indexeddb/auto'
import type { RecordedEvent } from '@docent/protocol'
import { createMemoryBackend } from '@docent/transports/memory'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createDocent } from '../create-docent.ts'
import type { Feature, FeatureContext } from '../feature.ts'
import type { DocentOptions } from '../options.ts'
import { keysWith } from '../storage/storage.ts'

const ends: (() => void)[] = []
beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => {
  for (const end of ends.splice(0)) end()
  vi.unstubAllGlobals()
})

/** A widget, what it sent as events, and the context of whoever is here now. */
function open(consent?: DocentOptions['consent']) {
  const contexts: FeatureContext[] = []
  const feature: Feature<'probe'> = {
    name: 'probe',
    setup(context) {
      contexts.push(context)
      return { api: {} }
    },
  }
  const transport = createMemoryBackend().transport()
  const perform = vi.fn(transport.perform)
  const docent = createDocent({
    transport: { ...transport, perform },
    features: [feature],
    remoteConfig: false,
    ...(consent && { consent }),
  })
  ends.push(docent.destroy)
  const sent = (): string[] =>
    perform.mock.calls
      .flatMap(([{ name, input }]) => (name === 'events-record' ? (input as { events: RecordedEvent[] }).events : []))
      .map(({ name }) => name)
  const stored = async (): Promise<string[]> =>
    ((await contexts.at(-1)?.storage.read(keysWith('measure/'))) ?? []).map(([key]) => key)
  return { docent, sent, stored, openLink: async () => (await contexts.at(-1)?.engine())?.link.open() }
}

it('without consent nothing is kept or sent; the report is of this page', async () => {
  const { docent, sent, stored, openLink } = open()
  await docent.start()
  docent.track('invoice_created')
  await openLink()
  expect(await docent.report()).toMatchObject({ span: 'page', counts: { invoice_created: 1 } })
  expect(await stored()).toEqual([])
  expect(sent()).toEqual([])
})

it('with consent all of the page view is counted, and sent once the link is open', async () => {
  const { docent, sent, stored, openLink } = open({ measurement: true })
  docent.track('before_start')
  await docent.start()
  docent.track('after_start')
  await vi.waitFor(async () =>
    expect(await docent.report()).toMatchObject({ span: 'kept', counts: { before_start: 1, after_start: 1 } }),
  )
  expect(sent()).toEqual([])
  await openLink()
  await vi.waitFor(() => expect(sent()).toEqual(['before_start', 'after_start']))
  await vi.waitFor(async () => expect(await stored()).toEqual(['measure/summary']))
})

it('consent given later counts from then on; taken back, nothing stays', async () => {
  const { docent, stored } = open()
  await docent.start()
  docent.track('too_early')
  await docent.consent({ measurement: true })
  docent.track('in_time')
  await vi.waitFor(async () => expect((await docent.report()).counts).toEqual({ in_time: 1 }))
  await docent.consent({ measurement: false })
  docent.track('too_late')
  expect(await stored()).toEqual([])
  expect((await docent.report()).span).toBe('page')
})

it('what was recorded of a stranger is not recorded again of the one who signs in', async () => {
  const { docent, sent, openLink } = open({ measurement: true })
  await docent.start()
  docent.track('as_stranger')
  await openLink()
  await vi.waitFor(() => expect(sent()).toEqual(['as_stranger']))
  await docent.identify({ id: 'u1' }, 'token')
  docent.track('as_member')
  await openLink()
  await vi.waitFor(() => expect(sent()).toEqual(['as_stranger', 'as_member']))
})

it('report() before start() says what to do', async () => {
  await expect(open().docent.report()).rejects.toMatchObject({ code: 'not-started', remedy: 'Await start() first' })
})
