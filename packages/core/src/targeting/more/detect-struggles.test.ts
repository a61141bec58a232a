import type { Json, RecordedEvent } from '@docent/protocol'
import { createFakeClock, createFakePage } from '@docent/testkit'
import { signal } from '@preact/signals-core'
import { beforeEach, expect, it } from 'vitest'
import type { FeatureContext } from '../../feature.ts'
import type { StruggleKind } from '../../rules/rule.ts'
import { createScope } from '../../scope.ts'
import { detectStruggles } from './detect-struggles.ts'

beforeEach(() => document.body.replaceChildren())

function open() {
  const clock = createFakeClock()
  const page = createFakePage()
  const scope = createScope()
  const tracked: RecordedEvent[] = []
  const handlers: ((event: RecordedEvent) => void)[] = []
  const track = (name: string, data?: Json): void => {
    const event = { name, at: clock.now(), ...(data !== undefined && { data }) }
    tracked.push(event)
    for (const handle of handlers) handle(event)
  }
  const struggles = signal<readonly StruggleKind[] | undefined>(undefined)
  const onTrack = (handle: (event: RecordedEvent) => void): void => void handlers.push(handle)
  detectStruggles({ clock, page, scope, track, onTrack } as unknown as FeatureContext, struggles)
  const button = document.createElement('button')
  document.body.append(button)
  const click = (element: Element = button, clientX = 10): void =>
    void element.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, detail: 1, clientX, clientY: 10 }),
    )
  return { clock, page, scope, track, tracked, struggles, button, click }
}
const times = (count: number, run: () => void): void => Array.from({ length: count }).forEach(run)

it('three clicks on one spot after which nothing changes are rage', async () => {
  const { click, clock, struggles, tracked } = open()
  times(3, click)
  expect(struggles.value).toEqual([])
  await clock.advance(700)
  expect(struggles.value).toEqual(['rage_click'])
  expect(tracked).toMatchObject([{ name: 'struggle_detected', data: { kind: 'rage_click', page: '/' } }])
})

it('clicks that change something elsewhere, clicks apart, and clicks in a field are none', async () => {
  const { click, clock, struggles, button } = open()
  const count = document.createElement('output')
  document.body.append(count)
  times(4, () => {
    click()
    count.textContent = `${count.textContent}1`
  })
  await clock.advance(700)
  click(button, 10)
  click(button, 200)
  click(button, 400)
  await clock.advance(700)
  const input = document.createElement('input')
  document.body.append(input)
  await clock.advance(0)
  times(4, () => click(input))
  await clock.advance(700)
  expect(struggles.value).toEqual([])
})

it('the same error three times on a page, told or shown, and forgotten on the next', () => {
  const { page, struggles, track } = open()
  times(2, () => track('error_shown', { code: 'vat' }))
  track('error_shown', { code: 'iban' })
  expect(struggles.value).toEqual([])
  track('error_shown', { code: 'vat' })
  expect(struggles.value).toEqual(['repeated_error'])
  page.navigate('/elsewhere')
  expect(struggles.value).toEqual([])
  times(2, () => track('error_shown', { code: 'vat' }))
  expect(struggles.value).toEqual([])
})

it('a field that is refused three times', () => {
  const { struggles } = open()
  const input = document.createElement('input')
  input.name = 'iban'
  document.body.append(input)
  times(3, () => void input.dispatchEvent(new Event('invalid')))
  expect(struggles.value).toEqual(['repeated_error'])
})

it('two searches in a row that find nothing', () => {
  const { struggles, track } = open()
  track('help_searched', { text: 'a', results: 0 })
  track('help_searched', { text: 'b', results: 2 })
  track('help_searched', { text: 'c', results: 0 })
  expect(struggles.value).toEqual([])
  track('help_searched', { text: 'd', results: 0 })
  expect(struggles.value).toEqual(['repeated_empty_search'])
})

it('three minutes on a page on which nothing is done, while it is looked at', async () => {
  const { clock, page, struggles, track } = open()
  await clock.advance(179_000)
  track('invoice_created')
  await clock.advance(179_000)
  page.visible.value = false
  await clock.advance(999_000)
  page.visible.value = true
  await clock.advance(179_000)
  expect(struggles.value).toEqual([])
  await clock.advance(1000)
  expect(struggles.value).toEqual(['long_dwell'])
})

it('leaves no timer behind', async () => {
  const { clock, click, scope } = open()
  click()
  scope.dispose()
  await clock.advance(0)
  expect(clock.waiting()).toBe(0)
})
