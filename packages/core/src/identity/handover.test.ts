import type { Session } from '@docent/protocol'
import { createMemoryBackend } from '@docent/transports/memory'
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createDocent } from '../create-docent.ts'
import type { FeatureContext } from '../feature.ts'
import { readOne } from '../storage/storage.ts'

/** Looked at often, and for long where the machine is busy. */
const patiently = { interval: 1, timeout: 20_000 }
const opened: { destroy(): void }[] = []

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  history.replaceState(null, '', '/')
  return () => {
    for (const docent of opened.splice(0)) docent.destroy()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  }
})

/**
 * A page view over a backend that hands everyone over as `handed`, with the token `good`.
 * @param config Comes first, and the start is not waited for.
 */
async function open(config?: Promise<void>) {
  const contexts: FeatureContext[] = []
  const sessions: Session[] = []
  const asked: unknown[] = []
  const errors: unknown[] = []
  const inner = createMemoryBackend().transport()
  const docent = createDocent({
    transport: {
      ...inner,
      async connect(session, ...rest) {
        sessions.push(session)
        const hello = await inner.connect(session, ...rest)
        return session.handover?.token === 'good' ? { ...hello, state: 'handed', handedOver: true } : hello
      },
      async query(name, input, signal) {
        if (name === 'content') return config?.then(() => ({})) as never
        if (name !== 'handover') return inner.query(name, input, signal)
        asked.push(input)
        return { token: 'a-token', expiresAt: 0 } as never
      },
    },
    features: [
      {
        name: 'probe',
        setup(context: FeatureContext) {
          contexts.push(context)
          return { api: {} }
        },
      },
    ],
    remoteConfig: config !== undefined,
    app: 'handover',
  })
  opened.push(docent)
  docent.on('error', (error) => errors.push(error))
  const starting = docent.start()
  if (!config) await starting
  const here = (): FeatureContext => contexts.at(-1) as FeatureContext
  const act = async (): Promise<void> => {
    const { link } = await here().engine()
    await link.send('visitor-update', { name: 'Ada' })
    await vi.waitFor(async () => expect(await readOne(here().storage, 'link/state')).toBeDefined(), patiently)
  }
  return { docent, here, act, sessions, asked, errors }
}

const arriveFrom = (referrer: string, token = 'good'): void => {
  history.replaceState({ host: 1 }, '', `/?plan=a%20b&docent-handover=${token}#top`)
  vi.spyOn(document, 'referrer', 'get').mockReturnValue(referrer)
}

describe('handover()', () => {
  it('puts a token of the backend into the address of another origin, and leaves the rest as it is', async () => {
    const { docent, act, asked } = await open()
    const to = 'https://app.acme.example/sign-up?plan=a%20b#top'
    expect(await docent.handover(to)).toBe(to)
    expect(asked).toEqual([])
    await act()
    expect(await docent.handover(to)).toBe('https://app.acme.example/sign-up?plan=a%20b&docent-handover=a-token#top')
    expect(asked).toEqual([{ from: location.origin, to: 'https://app.acme.example' }])
    expect(await docent.handover('/pricing')).toBe(`${location.origin}/pricing`)
    await docent.identify({ id: 'u1' }, 'token')
    expect(await docent.handover(to)).toBe(to)
  })

  it('waits until it is known who is here, where a link is pressed at once', async () => {
    const before = await open()
    await before.act()
    before.docent.destroy()
    let answer = (): void => {}
    const config = new Promise<void>((resolve) => (answer = resolve))
    const { docent } = await open(config)
    const address = docent.handover('https://app.acme.example/')
    // When this one is refused, the one before it has begun.
    await expect(docent.handover('javascript:alert(1)')).rejects.toMatchObject({ code: 'option-invalid' })
    answer()
    expect(await address).toContain('docent-handover=a-token')
  })

  it.each(['', 'javascript:alert(1)', 'https://'])('refuses what is no address of a page: “%s”', async (url) => {
    const { docent } = await open()
    const answer = docent.handover(url)
    if (url === '') await expect(answer).resolves.toBe(location.href)
    else await expect(answer).rejects.toMatchObject({ code: 'option-invalid' })
  })
})

describe('who comes from another origin', () => {
  it('is who they were there, from before anybody is here, and the token leaves the address', async () => {
    arriveFrom('https://acme.example/pricing')
    const { here, sessions } = await open()
    expect(sessions[0]?.handover).toEqual({ token: 'good', from: 'https://acme.example' })
    expect(location.href).toBe(`${location.origin}/?plan=a%20b#top`)
    expect(history.state).toEqual({ host: 1 })
    expect(await readOne(here().storage, 'link/state')).toBe('handed')
    // There may be an answer for them.
    await vi.waitFor(() => expect(sessions.at(-1)).toMatchObject({ state: 'handed' }), patiently)
  })

  it.each([
    ['by a token that is spent: nothing is stored', 'https://acme.example/', 'spent', 1],
    ['from a page that the browser does not tell of', '', 'good', 0],
  ])('is nobody yet, %s', async (_, referrer, token, connections) => {
    arriveFrom(referrer, token)
    const { here, sessions } = await open()
    expect(sessions).toHaveLength(connections)
    expect(await readOne(here().storage, 'link/state')).toBeUndefined()
    expect(location.search).toBe('?plan=a%20b')
  })

  it('stays who they are here while something of theirs is unsent', async () => {
    const before = await open()
    await before.here().storage.write([{ key: 'outbox/000000000000001/m1', value: { command: { id: 'm1' } } }])
    before.docent.destroy()
    arriveFrom('https://acme.example/')
    const { sessions } = await open()
    expect(sessions.every(({ handover }) => handover === undefined)).toBe(true)
  })
})
