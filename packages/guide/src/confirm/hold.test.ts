import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTestContext } from '../test-context.ts'
import { listenForTips } from '../tips/listen.ts'
import type { prepare } from './ask.ts'

type Question = Parameters<typeof prepare>
const questions: { readonly question: Question; readonly text: string | undefined; answer(isSure: boolean): void }[] =
  []
let arrives: Promise<unknown>
vi.mock('./ask.ts', () => ({
  prepare: async (...question: Question) => {
    await arrives
    return (text?: string) => new Promise((answer) => questions.push({ question, text, answer }))
  },
}))
let pass: () => void
let scope: { dispose(): void }
let button: HTMLButtonElement
let form: HTMLFormElement
const done: string[] = []

beforeEach(() => {
  questions.length = done.length = 0
  arrives = Promise.resolve()
  const { context, clock } = createTestContext()
  Object.assign(clock, { wait: () => new Promise<void>((resolve) => (pass = resolve)) })
  Object.assign(context, { report: () => {} })
  scope = context.scope
  listenForTips(context, [])
  form = document.createElement('form')
  button = document.createElement('button')
  button.append(document.createElement('i'))
  form.append(button)
  document.body.append(form)
  button.addEventListener('click', () => done.push('click'))
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    done.push('submit')
  })
})
afterEach(() => {
  scope.dispose()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})
const asked = () => vi.waitFor(() => expect(questions).toHaveLength(1), { interval: 1 })
const settled = () => new Promise((resolve) => setTimeout(resolve))

it('lets everything else through', () => {
  button.click()
  expect(done).toContain('click')
})

it('holds a click at once, on a part of the control too, asks once for several, and does it once after a yes', async () => {
  button.type = 'button'
  button.dataset.docentConfirm = 'Delete it?'
  const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true })
  button.firstElementChild?.dispatchEvent(click)
  button.click()
  expect([click.defaultPrevented, done]).toEqual([true, []])
  await asked()
  button.click()
  expect(questions[0]).toMatchObject({ text: 'Delete it?', question: [expect.anything(), button, undefined] })
  questions[0]?.answer(true)
  await vi.waitFor(() => expect(done).toEqual(['click']), { interval: 1 })
  button.click()
  await vi.waitFor(() => expect(questions).toHaveLength(2), { interval: 1 })
  expect(done).toEqual(['click'])
})

it('does nothing after a no', async () => {
  button.dataset.docentConfirm = 'Delete it?'
  button.click()
  await asked()
  questions[0]?.answer(false)
  await settled()
  expect(done).toEqual([])
})

it('holds the submission of a form, and submits it by the same button', async () => {
  form.dataset.docentConfirm = 'Send it to everyone?'
  const again = vi.spyOn(form, 'requestSubmit').mockImplementation(() => {})
  form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button }))
  expect(done).toEqual([])
  await asked()
  questions[0]?.answer(true)
  await vi.waitFor(() => expect(again).toHaveBeenCalledWith(button), { interval: 1 })
})

it.each([
  ['is not there in time', () => new Promise(() => {})],
  ['cannot be loaded', () => Promise.reject(new Error('offline'))],
])('asks by the browser when its own question %s', async (_, loading) => {
  arrives = loading()
  const native = vi.fn(() => true)
  vi.stubGlobal('confirm', native)
  button.type = 'button'
  button.dataset.docentConfirm = 'Delete it?'
  button.click()
  await settled()
  pass()
  await vi.waitFor(() => expect(done).toEqual(['click']), { interval: 1 })
  expect(native).toHaveBeenCalledWith('Delete it?')
  expect(questions).toEqual([])
})

it('what asks is got ready when the pointer or the focus comes to the control', async () => {
  for (const type of ['pointerover', 'focusin']) {
    scope.dispose()
    const { context } = createTestContext()
    const layer = vi.fn(async () => document.body)
    Object.assign(context, { layer })
    scope = context.scope
    listenForTips(context, [])
    button.dispatchEvent(new Event(type, { bubbles: true }))
    expect(layer).not.toHaveBeenCalled()
    button.dataset.docentConfirm = 'Sure?'
    button.dispatchEvent(new Event(type, { bubbles: true }))
    await vi.waitFor(() => expect(layer).toHaveBeenCalledOnce())
    delete button.dataset.docentConfirm
  }
})
