import { afterEach, expect, it, vi } from 'vitest'
import { type Boot, type Call, type Global, install } from './global.ts'

const names: string[] = []
afterEach(() => {
  for (const name of names.splice(0)) delete globals()[name]
  vi.restoreAllMocks()
})

const globals = () => window as unknown as Record<string, Global | undefined>
const call = (name: string, ...parameters: unknown[]): Promise<unknown> | undefined => globals()[name]?.(...parameters)

/** A script tag under a name of its own, and a widget that answers with the call it got. */
function createTag(data: Record<string, string> = {}) {
  const name = data.global ?? `Docent${crypto.randomUUID()}`
  names.push(name)
  const script = document.createElement('script')
  Object.assign(script.dataset, { ...data, global: name })
  const calls: unknown[][] = []
  const boot = vi.fn<Boot>(async () => async (made) => {
    calls.push(Array.from(made))
    if (made[0] === 'refuse') throw new Error('Refused')
    return `did ${String(made[0])}`
  })
  return { name, script, calls, boot, load: vi.fn(async (): Promise<Boot> => boot) }
}
const optionsOf = (boot: { mock: { calls: [DOMStringMap, readonly Call[]][] } }) =>
  boot.mock.calls[0]?.[1].map((made) => Array.from(made))

it('delivers the calls of before and of after, in their order', async () => {
  const { name, script, calls, load } = createTag()
  const stub: Global = Object.assign(() => undefined, { q: [['open', 'faq'] as Call] })
  globals()[name] = stub
  install(script, load)
  expect(globals()[name]).not.toBe(stub)
  await call(name, 'close')
  expect(calls).toEqual([['open', 'faq'], ['close']])
})

it('answers with the promise of the real call', async () => {
  const { name, script, load } = createTag()
  install(script, load)
  await expect(call(name, 'unsent')).resolves.toBe('did unsent')
  await expect(call(name, 'refuse')).rejects.toThrow('Refused')
})

it('hands the tag and the options of before to the widget, in their order, and later ones to the method', async () => {
  const { name, script, calls, boot, load } = createTag({ server: 'https://support.example' })
  globals()[name] = Object.assign(() => undefined, { q: [['options', { locale: 'de' }] as Call] })
  install(script, load)
  void call(name, 'options', { locale: 'fr' })
  await call(name, 'open')
  expect(boot.mock.calls[0]?.[0].server).toBe('https://support.example')
  expect(optionsOf(boot)).toEqual([
    ['options', { locale: 'de' }],
    ['options', { locale: 'fr' }],
  ])
  await call(name, 'options', { locale: 'it' })
  expect(calls).toEqual([['open'], ['options', { locale: 'it' }]])
})

it('waits for the start where the page starts by hand', async () => {
  const { name, script, calls, boot, load } = createTag({ manual: '' })
  install(script, load)
  const opened = call(name, 'open')
  void call(name, 'options', { scheme: 'dark' })
  await Promise.resolve()
  expect(load).not.toHaveBeenCalled()
  await Promise.all([call(name, 'start'), opened])
  expect(calls).toEqual([['open'], ['start']])
  expect(optionsOf(boot)).toEqual([['options', { scheme: 'dark' }]])
})

it('loads again with the next call after a failure, and loses nothing', async () => {
  const { name, script, calls, load } = createTag()
  const told = vi.spyOn(console, 'error').mockReturnValue()
  load.mockRejectedValueOnce(new Error('No network'))
  install(script, load)
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce(), { interval: 1 })
  expect(load).toHaveBeenCalledOnce()
  await call(name, 'open')
  expect([load.mock.calls.length, calls]).toEqual([2, [['open']]])
})

it('loads again when a call came while it was failing', async () => {
  const { name, script, load } = createTag()
  vi.spyOn(console, 'error').mockReturnValue()
  load.mockRejectedValueOnce(new Error('No network'))
  install(script, load)
  await expect(call(name, 'open')).resolves.toBe('did open')
  expect(load).toHaveBeenCalledTimes(2)
})

it('loads again when the network is back, as often as it takes', async () => {
  const { script, boot, load } = createTag()
  const told = vi.spyOn(console, 'error').mockReturnValue()
  load.mockRejectedValueOnce(new Error('No network')).mockRejectedValueOnce(new Error('Still none'))
  install(script, load)
  for (const failures of [1, 2]) {
    await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(failures), { interval: 1 })
    expect(boot).not.toHaveBeenCalled()
    window.dispatchEvent(new Event('online'))
  }
  await vi.waitFor(() => expect(boot).toHaveBeenCalledOnce(), { interval: 1 })
})

it('leaves no global behind when it is destroyed', async () => {
  const { name, script, load } = createTag()
  install(script, load)
  expect(await call(name, 'destroy')).toBe('did destroy')
  expect(name in window).toBe(false)
})

it('leaves a global that is not its own any more', async () => {
  const { name, script, load } = createTag()
  install(script, load)
  const destroyed = call(name, 'destroy')
  const other: Global = () => undefined
  globals()[name] = other
  await destroyed
  expect(globals()[name]).toBe(other)
})

it('is one per name: a second tag of the same is left alone, another name is another widget', async () => {
  const [first, second] = [createTag(), createTag()]
  install(first.script, first.load)
  install(first.script, second.load)
  install(second.script, second.load)
  await Promise.all([call(first.name, 'open'), call(second.name, 'close')])
  expect([first.calls, second.calls]).toEqual([[['open']], [['close']]])
  expect(second.load).toHaveBeenCalledOnce()
})
