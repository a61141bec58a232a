import { DocentError } from '@docent/core'
import { beforeEach, expect, it, vi } from 'vitest'
import { boot, type Call, type ScriptOptions, type ScriptSettings } from './boot.ts'
import { checkScriptOptions } from './check-script-options.ts'

/** What `assembleDocent` was given, and the calls that reached the widget: boot only passes on. */
const { made, calls, assembleDocent } = vi.hoisted(() => {
  const made: { readonly features: readonly { readonly name: string }[]; readonly [option: string]: unknown }[] = []
  const calls: unknown[][] = []
  const method =
    (name: string) =>
    (...parameters: unknown[]) => {
      calls.push([name, ...parameters])
      return `did ${name}`
    }
  const assembleDocent = (options: (typeof made)[number]) => {
    made.push(options)
    return { start: method('start'), open: method('open'), chat: { send: method('chat.send') } }
  }
  return { made, calls, assembleDocent }
})
vi.mock('@docent/core', async (original) => ({ ...(await original<object>()), assembleDocent }))
beforeEach(() => {
  made.splice(0)
  calls.splice(0)
})

const server = 'https://support.example'
const start = (settings: ScriptSettings, ...options: readonly Partial<ScriptOptions>[]) =>
  boot(
    settings,
    options.map((one): Call => ['options', one]),
  )
const codeOf = (rejected: unknown): string => (rejected instanceof DocentError ? rejected.code : String(rejected))
const namesOf = () => made[0]?.features.map(({ name }) => name)

it('takes the options of the tag, and lets those of the calls win, the last one first', async () => {
  await start(
    { server, app: 'shop', locale: 'de', scheme: 'dark', side: '' },
    { locale: 'fr', app: 'x' },
    { app: 'desk' },
  )
  expect(made).toMatchObject([{ app: 'desk', locale: 'fr', scheme: 'dark', transport: { name: 'http' } }])
  expect(made[0]).not.toHaveProperty('side')
  expect(made[0]).not.toHaveProperty('server')
})

it('has chat, help and guides, and a checklist where there is one', async () => {
  await start({ server })
  expect(namesOf()).toEqual(['chat', 'faq', 'guide'])
  made.splice(0)
  const task = { id: 'a', title: 'A', doneWhen: { kind: 'event', name: 'a_done' } } as const
  await start({ server }, { checklist: { checklists: [{ id: 'setup', title: 'Set up', tasks: [task] }] } as never })
  expect(namesOf()).toContain('checklist')
})

it('leaves out what is false', async () => {
  await start({ server }, { chat: false, guide: false })
  expect(namesOf()).toEqual(['faq'])
})

it('says what to do where the server is missing', async () => {
  const failed = await start({}).catch((error) => error)
  expect([codeOf(failed), failed.remedy]).toEqual(['option-missing', expect.stringContaining('data-server')])
  await expect(start({}, { server })).resolves.toBeTypeOf('function')
})

it('starts by itself, unless the page does', async () => {
  await start({ server })
  expect(calls).toEqual([['start']])
  const deliver = await start({ server, manual: '' })
  expect(calls).toHaveLength(1)
  await deliver(['start'])
  expect(calls).toHaveLength(2)
})

it('passes calls on, to features too, and answers what they answer', async () => {
  const deliver = await start({ server, manual: '' })
  expect(await deliver(['open', 'faq', 'change-vat'])).toBe('did open')
  expect(await deliver(['chat.send', 'Hello'])).toBe('did chat.send')
  expect(calls).toEqual([
    ['open', 'faq', 'change-vat'],
    ['chat.send', 'Hello'],
  ])
})

it.each(['fly', 'chat', 'chat.fly', 'faq.search', ''])('does not know the method %j', async (name) => {
  const deliver = await start({ server, manual: '' })
  expect(codeOf(await deliver([name]).catch((error) => error))).toBe('unsupported')
})

it('refuses options that come after the start', async () => {
  const deliver = await start({ server })
  expect(codeOf(await deliver(['options', {}]).catch((error) => error))).toBe('option-invalid')
})

it('checks what features are given, before anything is made', async () => {
  const bad = { checklist: { checklists: [{ id: 'setup', title: 'Set up', tasks: [] }] } }
  await expect(checkScriptOptions(bad)).rejects.toThrow('`checklists[0].tasks` has no task')
  expect(codeOf(await start({ server }, bad).catch((error) => error))).toBe('option-invalid')
  expect(made).toEqual([])
  await expect(checkScriptOptions({})).resolves.toBeUndefined()
})
