import { createMemoryBackend } from '@docent/transports/memory'
import { IDBFactory } from 'fake-indexeddb'
import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import { createDocent } from '../create-docent.ts'
import type { FeatureContext } from '../feature.ts'

/** Looked at often, and for long where the machine is busy. */
const patiently = { interval: 1, timeout: 20_000 }
const opened: { destroy(): void }[] = []
let now = Date.now()

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory())
  now = Date.now()
  vi.spyOn(Date, 'now').mockImplementation(() => now)
  return () => {
    for (const docent of opened.splice(0)) docent.destroy()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  }
})

/** A page view over a backend that does not answer, until it is told to. */
async function open() {
  const contexts: FeatureContext[] = []
  const performed: string[] = []
  let works = false
  const inner = createMemoryBackend().transport()
  const docent = createDocent({
    transport: {
      ...inner,
      connect: (...given) => (works ? inner.connect(...given) : new Promise(() => {})),
      async perform(command) {
        performed.push(JSON.stringify(command.input))
        return { settled: 'stored' }
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
    remoteConfig: false,
    app: 'sealed',
  })
  opened.push(docent)
  await docent.start()
  async function say(name: string): Promise<void> {
    const { link } = await (contexts.at(-1) as FeatureContext).engine()
    await link.send('visitor-update', { name })
  }
  const signIn = (id: string): Promise<void> => docent.identify({ id }, 'token')
  return { docent, performed, say, signIn, works: () => void (works = true) }
}

async function stored(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('docent/sealed/v1')
    request.onsuccess = () => resolve(request.result)
  })
  const store = database.transaction('entries').objectStore('entries')
  const all = await new Promise((resolve) => {
    const request = store.getAll()
    request.onsuccess = () => resolve(request.result)
  })
  database.close()
  return JSON.stringify(all)
}

it('what is kept waits for who left it, is nobody else’s, and is sent when they are back', async () => {
  const { docent, say, signIn } = await open()
  await signIn('ada')
  await say('unsent of Ada')
  await docent.signOut({ unsent: 'keep' })
  expect(docent.unsent()).toBe(0)
  await signIn('bob')
  await say('unsent of Bob')
  expect(docent.unsent()).toBe(1)
  await docent.signOut()
  expect(await stored()).not.toContain('Bob')
  docent.destroy()

  const later = await open()
  later.works()
  await later.signIn('ada')
  await vi.waitFor(() => expect(later.performed).toContainEqual(expect.stringContaining('unsent of Ada')), {
    ...patiently,
  })
  await vi.waitFor(async () => expect(await stored()).not.toContain('unsent of Ada'), patiently)
})

it('without being asked nothing is kept, and of who has no account nothing can be', async () => {
  const { docent, say, signIn } = await open()
  await say('of nobody in particular')
  await docent.signOut({ unsent: 'keep' })
  await signIn('ada')
  await say('of Ada')
  await docent.signOut()
  expect(await stored()).toBe('[2]')
})

it('a day later it is gone, whoever comes', async () => {
  const { docent, say, signIn } = await open()
  await signIn('ada')
  await say('unsent of Ada')
  await docent.signOut({ unsent: 'keep' })
  docent.destroy()
  now += 24 * 60 * 60 * 1000 + 1
  const later = await open()
  await later.say('somebody else')
  await vi.waitFor(async () => expect(await stored()).not.toContain('unsent of Ada'), patiently)
})

it('who is here when another signs in without a sign-out loses nothing either', async () => {
  const { docent, say, signIn } = await open()
  await signIn('ada')
  await say('unsent of Ada')
  await signIn('bob')
  expect(docent.unsent()).toBe(0)
  await signIn('ada')
  await vi.waitFor(() => expect(docent.unsent()).toBe(1), patiently)
})

it('says what `unsent` can be, and signs nobody out', async () => {
  const { docent, say, signIn } = await open()
  await signIn('ada')
  await say('unsent of Ada')
  await expect(docent.signOut({ unsent: 'later' as 'keep' })).rejects.toMatchObject({ code: 'option-invalid' })
  expect(docent.unsent()).toBe(1)
})
