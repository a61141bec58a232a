import { createMemoryBackend } from '@docent/transports/memory'
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createDocent } from '../create-docent.ts'
import type { FeatureContext } from '../feature.ts'
import { everything, readOne } from '../storage/storage.ts'

const tabs: ReturnType<typeof createDocent>[] = []

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  return () => {
    for (const tab of tabs.splice(0)) tab.destroy()
    vi.unstubAllGlobals()
  }
})

/** A tab in which something has been written. */
async function openTab(consent: { storage: 'all' | 'session' | 'none' } = { storage: 'all' }) {
  const contexts: FeatureContext[] = []
  const feature = {
    name: 'probe',
    setup(context: FeatureContext) {
      contexts.push(context)
      return { api: {} }
    },
  }
  const inner = createMemoryBackend().transport()
  const tokens: (string | undefined)[] = []
  const connect: typeof inner.connect = async (session, ...rest) => {
    tokens.push(await session.getToken?.('first'))
    return inner.connect(session, ...rest)
  }
  const docent = createDocent({
    transport: { ...inner, connect },
    features: [feature],
    remoteConfig: false,
    app: 'tabs',
    consent,
  })
  tabs.push(docent)
  await docent.start()
  const here = (): FeatureContext => contexts.at(-1) as FeatureContext
  await here().storage.write([{ key: 'cache/a', value: 'kept' }])
  let realms = 1
  /** They are, in a realm that has not been looked at yet. */
  async function isHere(id: string | undefined): Promise<void> {
    await vi.waitFor(
      () => {
        expect(here().visitor.value.id).toBe(id)
        expect(contexts.length).toBeGreaterThan(realms)
      },
      { interval: 1 },
    )
    realms = contexts.length
  }
  return { docent, tokens, here, isHere }
}

describe('the tabs of a browser', () => {
  it('have the same visitor: who signs in or out in one does in all', async () => {
    const [one, other] = [await openTab(), await openTab()]
    await one.docent.identify({ id: 'u1', name: 'Ada', traits: { plan: 'pro' } }, 'token')
    await other.isHere('u1')
    expect(other.here().visitor.value).toEqual({ id: 'u1', name: 'Ada', traits: { plan: 'pro' } })
    await one.here().storage.write([{ key: 'cache/b', value: 'of Ada' }])
    expect(await readOne(other.here().storage, 'cache/b')).toBe('of Ada')
    await other.docent.signOut()
    await one.isHere(undefined)
    expect(one.here().visitor.value).toEqual({ traits: {} })
    for (const { here } of [one, other]) expect(await here().storage.read(everything)).toEqual([])
  })

  it('write nothing any more for somebody who has left, however late', async () => {
    const [one, other] = [await openTab(), await openTab()]
    await one.docent.identify({ id: 'u1' }, 'token')
    await other.isHere('u1')
    const late = other.here().storage
    await late.write([{ key: 'cache/b', value: 'of u1' }])
    await one.docent.signOut()
    expect(await late.write([{ key: 'cache/c', value: 'late' }])).toBe(false)
    await other.isHere(undefined)
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('docent/tabs/v1')
      request.onsuccess = () => resolve(request.result)
    })
    const keys = await new Promise((resolve) => {
      const request = database.transaction('entries').objectStore('entries').getAllKeys()
      request.onsuccess = () => resolve(request.result)
    })
    expect(keys).toEqual(['endings'])
  })

  it('sign out once, where the host says it in each of them', async () => {
    const [one, other] = [await openTab(), await openTab()]
    for (const { docent } of [one, other]) await docent.identify({ id: 'u1' }, 'token')
    await one.docent.signOut()
    await other.isHere(undefined)
    await one.here().storage.write([{ key: 'cache/next', value: 'somebody else' }])
    await other.docent.signOut()
    expect(await readOne(one.here().storage, 'cache/next')).toBe('somebody else')
    await other.docent.signOut()
    await vi.waitFor(async () => expect(await one.here().storage.read(everything)).toEqual([]), { interval: 1 })
  })

  it('get tokens by way of the tab whose host has said who is here', async () => {
    const [one, other] = [await openTab(), await openTab()]
    const fetchToken = vi.fn(async () => 'a token')
    await one.docent.identify({ id: 'u1' }, fetchToken)
    await other.isHere('u1')
    const { link } = await other.here().engine()
    link.open()
    await vi.waitFor(() => expect(link.status.value).toBe('online'), { interval: 1 })
    expect(other.tokens).toEqual(['a token'])
    expect(fetchToken).toHaveBeenCalledTimes(1)
  })

  it('follow what they hear where they share no storage', async () => {
    const [one, other] = [await openTab({ storage: 'none' }), await openTab({ storage: 'none' })]
    for (const { here } of [one, other]) await here().engine()
    await one.docent.identify({ id: 'u1' }, 'token')
    await other.isHere('u1')
    await one.docent.signOut()
    await other.isHere(undefined)
    expect(await other.here().storage.read(everything)).toEqual([])
  })
})
