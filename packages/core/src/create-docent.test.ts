import 'fake-indexeddb/auto'
import { createMemoryBackend } from '@docent/transports/memory'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDocent } from './create-docent.ts'
import { DocentError } from './error.ts'
import type { Feature, FeatureContext } from './feature.ts'
import type { DocentOptions } from './options.ts'
import { everything } from './storage/storage.ts'

/** A feature that keeps the contexts it was set up with: one per realm. */
function createProbe() {
  const contexts: FeatureContext[] = []
  const feature: Feature<'probe', { ping(): string }> = {
    name: 'probe',
    setup(context) {
      contexts.push(context)
      return { api: { ping: () => 'pong' } }
    },
  }
  const latest = (): FeatureContext => {
    const context = contexts.at(-1)
    if (!context) throw new Error('The feature was not set up')
    return context
  }
  return { feature, contexts, latest }
}

const ends: (() => void)[] = []
beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => {
  for (const end of ends.splice(0)) end()
  vi.unstubAllGlobals()
})

function open(options: Partial<DocentOptions> = {}) {
  const backend = createMemoryBackend()
  const probe = createProbe()
  const docent = createDocent({
    ...options,
    transport: options.transport ?? backend.transport(),
    features: [probe.feature],
    remoteConfig: false,
  })
  ends.push(docent.destroy)
  return { backend, docent, ...probe }
}

describe('options', () => {
  const transport = createMemoryBackend().transport()
  const { feature } = createProbe()
  const right = { transport, features: [feature] }

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'option-missing'],
    ['no transport', { features: [] }, 'option-missing'],
    ['no features', { transport }, 'option-missing'],
    ['features that are no list', { transport, features: feature }, 'option-missing'],
    ['a transport without perform', { ...right, transport: { ...transport, perform: undefined } }, 'option-invalid'],
    ['a transport without query', { ...right, transport: { ...transport, query: 1 } }, 'option-invalid'],
    ['a transport that is null', { ...right, transport: null }, 'option-invalid'],
    ['a feature that was not called', { ...right, features: [() => feature] }, 'option-invalid'],
    ['a feature that is null', { ...right, features: [null] }, 'option-invalid'],
    ['two features of one name', { ...right, features: [feature, feature] }, 'feature-duplicate'],
    ['a feature named home', { ...right, features: [{ ...feature, name: 'home' }] }, 'feature-duplicate'],
    ['a name that is no option', { ...right, colour: 'red' }, 'option-unknown'],
    ['app', { ...right, app: 1 }, 'option-invalid'],
    ['config', { ...right, config: 'Acme' }, 'option-invalid'],
    ['remoteConfig', { ...right, remoteConfig: 'no' }, 'option-invalid'],
    ['locale', { ...right, locale: ['en'] }, 'option-invalid'],
    ['translations', { ...right, translations: 'de' }, 'option-invalid'],
    ['navigate', { ...right, navigate: '/' }, 'option-invalid'],
    ['stage', { ...right, stage: 'new' }, 'option-invalid'],
    ['milestones', { ...right, milestones: 'invoice_sent' }, 'option-invalid'],
    ['consent', { ...right, consent: true }, 'option-invalid'],
    ['shell', { ...right, shell: 'none' }, 'option-invalid'],
    ['scheme', { ...right, scheme: 'blue' }, 'option-invalid'],
    ['side', { ...right, side: 'left' }, 'option-invalid'],
    ['launcher', { ...right, launcher: 'yes' }, 'option-invalid'],
    ['container', { ...right, container: '#app' }, 'option-invalid'],
  ])('wrong: %s', (_, options, code) => {
    const error = (() => {
      try {
        return createDocent(options as DocentOptions)
      } catch (reason) {
        return reason
      }
    })()
    expect(error).toBeInstanceOf(DocentError)
    expect(error).toMatchObject({ code, remedy: expect.stringMatching(/\w{2}/) })
    expect(String(error)).toContain('[docent]')
  })

  it('leaves out what is undefined', () => {
    expect(() => createDocent({ ...right, app: undefined } as unknown as DocentOptions)).not.toThrow()
  })
})

describe('life', () => {
  it('a feature is used once it is started, and says so before', async () => {
    const { docent } = open()
    const probe = () => (docent as unknown as { probe: { ping(): string } }).probe.ping()
    expect(probe).toThrow(expect.objectContaining({ code: 'not-started' }))
    await docent.start()
    expect(probe()).toBe('pong')
  })

  it('a feature of a widget that ended before its start says so', () => {
    const { docent } = open()
    docent.destroy()
    expect(() => (docent as unknown as { probe: object }).probe).toThrow(expect.objectContaining({ code: 'destroyed' }))
  })

  it('start and destroy are idempotent', async () => {
    const { docent, contexts, latest } = open()
    const ready = vi.fn()
    docent.on('ready', ready)
    expect(docent.state.value).toBe('idle')
    await Promise.all([docent.start(), docent.start()])
    await docent.start()
    expect(docent.state.value).toBe('started')
    expect(contexts).toHaveLength(1)
    expect(ready).toHaveBeenCalledTimes(1)
    const ended = vi.fn()
    latest().scope.add(ended)
    docent.destroy()
    docent.destroy()
    await docent.start()
    expect(docent.state.value).toBe('destroyed')
    expect(ended).toHaveBeenCalledTimes(1)
    expect(contexts).toHaveLength(1)
  })

  it('stores nothing and connects nowhere on a page view without an act', async () => {
    const transport = createMemoryBackend().transport()
    const connect = vi.fn(transport.connect)
    const { docent } = open({ transport: { ...transport, connect } })
    await docent.start()
    docent.track('invoice_created')
    expect(connect).not.toHaveBeenCalled()
    expect(await indexedDB.databases()).toEqual([])
  })

  it('tells what is opened and closed', async () => {
    const { docent } = open()
    const told: unknown[] = []
    docent.on('open', (place) => told.push(place))
    docent.on('close', () => told.push('close'))
    await docent.start()
    docent.open('probe', 'a/b')
    docent.toggle()
    docent.close()
    docent.toggle()
    expect(told).toEqual([{ feature: 'probe', route: 'a/b' }, 'close', { feature: 'home', route: '' }])
  })
})

describe('identity', () => {
  it('without a token identify only labels', async () => {
    const { docent, contexts, latest } = open()
    await docent.start()
    docent.update({ plan: 'pro' })
    await docent.identify({ id: 'u1', name: 'Ada', traits: { seats: 5 } })
    expect(contexts).toHaveLength(1)
    expect(latest().visitor.value).toEqual({ id: 'u1', name: 'Ada', traits: { plan: 'pro', seats: 5 } })
    await expect(docent.identify({ id: '' })).rejects.toMatchObject({ code: 'option-invalid' })
  })

  it('with a token it makes a new realm with a storage of its own; the same id again changes nothing', async () => {
    const { docent, contexts, latest } = open()
    await docent.start()
    const before = latest()
    await before.storage.write([{ key: 'a', value: 'anonymous' }])
    await docent.identify({ id: 'u1' }, 'token')
    expect(contexts).toHaveLength(2)
    expect(before.scope.signal.aborted).toBe(true)
    expect(latest().scope.signal.aborted).toBe(false)
    expect(await latest().storage.read(everything)).toEqual([])
    await docent.identify({ id: 'u1' }, async () => 'token')
    expect(contexts).toHaveLength(2)
    await docent.identify({ id: 'u2' }, 'token')
    expect(contexts).toHaveLength(3)
  })

  it('signOut forgets everyone who was here, and begins anew', async () => {
    const { docent, contexts, latest } = open()
    await docent.start()
    const anonymous = latest()
    await anonymous.storage.write([{ key: 'a', value: 1 }])
    await docent.identify({ id: 'u1', name: 'Ada' }, 'token')
    const signedIn = latest()
    await signedIn.storage.write([{ key: 'b', value: 2 }])
    await docent.signOut()
    expect(contexts).toHaveLength(3)
    expect(latest().visitor.value).toEqual({ traits: {} })
    for (const { storage } of [anonymous, signedIn, latest()]) expect(await storage.read(everything)).toEqual([])
    expect(docent.unsent()).toBe(0)
  })
})
