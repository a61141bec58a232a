import { createScope, type Explanation } from '@docent/core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTestContext } from '../test-context.ts'
import { createActs } from './acts.ts'
import { type DeveloperContent, type Row, rowsOf } from './content.ts'
import { drawRow } from './draw-row.ts'
import { pick } from './pick.ts'

const step = (id: string, page?: string) => ({ id, title: id, text: id, ...(page && { page }) })
const content: DeveloperContent = {
  guide: {
    tours: [
      { id: 'welcome', when: { kind: 'page', path: '/' }, steps: [step('one'), step('two', '/b')] },
      { id: 'help', steps: [step('a')] },
    ],
    tips: [{ id: 'due', target: '#due', text: 'Due' }],
    banners: [{ id: 'news', text: 'News' }],
  },
  checklist: { checklists: [{ id: 'setup', tasks: [{ id: 'bank' }, { id: 'send' }] }] },
}
const explanation = (shown: boolean): Explanation => ({
  id: 'guide/news',
  shown,
  gates: [
    { gate: 'rule', verdict: shown, why: 'page / matches /x', trace: { kind: 'page', verdict: shown, read: 'page' } },
  ],
})

describe('what there is', () => {
  const states = ({ context }: ReturnType<typeof createTestContext>, explanations: readonly Explanation[] = []) =>
    rowsOf(content, context, explanations).map(({ id, state }) => `${id}: ${state}`)

  it('is listed with what the visitor has done with it', () => {
    const test = createTestContext()
    expect(states(test)).toEqual([
      ...['welcome: waiting', 'help: on demand', 'news: waiting', 'due: on hover and focus', 'setup: 0 of 2 done'],
    ])
    const { state } = test.context
    state.put({ key: 'guide/current', value: { tour: 'help', step: 'a', startedAt: 1 }, merge: 'last' })
    state.put({ key: 'guide/welcome/dismissed', value: 1, merge: 'max' })
    state.put({ key: 'checklist/setup/bank', value: 1, merge: 'max' })
    expect(states(test, [explanation(true)])).toEqual([
      ...['welcome: dismissed', 'help: at step “a”', 'news: shown', 'due: on hover and focus', 'setup: 1 of 2 done'],
    ])
  })

  it('says why it is not on the screen, and jumps', () => {
    const { context } = createTestContext()
    const rows = rowsOf(content, context, [explanation(false)])
    const jump = vi.fn()
    const acts = { ...createActs(context), jump }
    const row = (id: string): Row => {
      const found = rows.find((one) => one.id === id)
      if (!found) throw new Error(id)
      return found
    }
    const draw = (id: string) => drawRow(document, row(id), content, acts, new Set())
    expect(draw('news').querySelector('summary')?.textContent).toBe('Not shown: page / matches /x')
    draw('welcome').querySelectorAll('button')[1]?.click()
    expect(jump).toHaveBeenCalledWith(content.guide?.tours?.[0], 'two')
  })
})

describe('what can be done', () => {
  it('jumps to a step, and to its page, once the tour has begun', async () => {
    const { context, navigations } = createTestContext()
    const started: string[] = []
    const begin = (id: string): void => {
      started.push(id)
      context.state.put({
        ...{ key: 'guide/current', merge: 'last' },
        value: { tour: id, step: 'one', startedAt: context.clock.now() },
      })
    }
    context.services.provide({ startGuide: begin })
    const [tour] = content.guide?.tours ?? []
    if (tour) createActs(context).jump(tour, 'two')
    await Promise.resolve()
    expect([started, navigations]).toEqual([['welcome'], ['/b']])
    expect(context.state.get('guide/current')).toMatchObject({ tour: 'welcome', step: 'two' })
  })

  it('a day passes until the panel is gone', () => {
    const { context, clock } = createTestContext()
    const before = clock.now()
    const acts = createActs(context)
    acts.passDays(1)
    acts.passDays(1)
    expect(clock.now() - before).toBe(2 * 86_400_000)
    context.scope.dispose()
    expect(clock.now()).toBe(before)
  })
})

describe('the picker', () => {
  let layer: HTMLElement
  beforeEach(() => {
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(1, 2, 30, 40))
    const host = document.createElement('docent-widget')
    layer = document.createElement('div')
    host.attachShadow({ mode: 'open' }).append(layer)
    document.body.append(host)
  })
  afterEach(() => {
    vi.restoreAllMocks()
    document.body.replaceChildren()
  })

  it('frames what is under the pointer, takes what is pressed, and keeps the press from the page', () => {
    const button = document.createElement('button')
    button.append('Save')
    const clicked = vi.fn()
    button.addEventListener('click', clicked)
    document.body.append(button)
    const picked = vi.fn()
    const scope = createScope()
    pick(layer, scope, picked)
    button.dispatchEvent(new Event('pointermove', { bubbles: true, composed: true }))
    const frame = layer.querySelector<HTMLElement>('.picked')
    expect([frame?.style.translate, frame?.style.width]).toEqual(['1px 2px', '30px'])
    button.click()
    expect(picked.mock.lastCall?.[0][0]).toMatchObject({ locator: { role: 'button', name: 'Save' } })
    expect(clicked).not.toHaveBeenCalled()
    button.click()
    expect([clicked.mock.calls.length, layer.childElementCount]).toEqual([1, 0])
  })

  it('ends with Escape', () => {
    const scope = createScope()
    pick(layer, scope, () => {})
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(scope.signal.aborted).toBe(true)
  })
})
