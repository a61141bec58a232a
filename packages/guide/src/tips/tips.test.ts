import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TipDefinition } from '../options.ts'
import { createTestContext } from '../test-context.ts'
import type { showTip } from './show-tip.ts'
import { createTips } from './tips.ts'

type Shown = Parameters<typeof showTip>[0]
const shown: Shown[] = []
vi.mock('./show-tip.ts', () => ({ showTip: (surface: Shown) => void shown.push(surface) }))

let control: HTMLButtonElement
let left = false
beforeEach(() => {
  shown.length = 0
  left = false
  control = document.createElement('button')
  control.dataset.docentTip = 'Makes a copy'
  document.body.append(control)
  vi.spyOn(Element.prototype, 'matches').mockImplementation(() => !left)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 10, 10))
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

/** Waits that end when the test says so, or when they are aborted, as on the real clock. */
function createWaits(clock: ReturnType<typeof createTestContext>['clock']) {
  const waits: { readonly ms: number; end(): void }[] = []
  const wait = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      waits.push({ ms, end: resolve })
      signal.addEventListener('abort', () => resolve())
    })
  Object.assign(clock, { wait })
  return waits
}

async function setup(definitions: TipDefinition[] = []) {
  const { context, clock } = createTestContext()
  const waits = createWaits(clock)
  Object.assign(context, { layer: async () => document.body })
  const tips = await createTips(context, definitions)
  const send = (type: string, more: object = {}, isDown = true): void => {
    control.hasPointerCapture = () => isDown
    const path = [control, document.body, document.documentElement, document, window]
    tips.notice(Object.assign(new Event(type), more), path)
  }
  const elapse = async (): Promise<void> => {
    for (const { end } of waits.splice(0)) end()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { send, waits, elapse, clock }
}

describe('a tip', () => {
  it('shows on hover after 300 ms, with the text of the moment', async () => {
    const { send, waits, elapse } = await setup()
    send('pointerover', { pointerType: 'mouse' })
    expect([waits[0]?.ms, shown.length]).toEqual([300, 0])
    await elapse()
    expect(shown).toMatchObject([{ tip: { control, text: 'Makes a copy' }, mode: 'hover' }])
  })

  it('does not show when the pointer has only passed by', async () => {
    const { send, elapse } = await setup()
    send('pointerover', { pointerType: 'mouse' })
    control.dispatchEvent(new Event('pointerleave'))
    await elapse()
    send('pointerover', { pointerType: 'mouse' })
    left = true
    await elapse()
    expect(shown).toEqual([])
  })

  it('shows on keyboard focus at once, not on the focus that a click gives', async () => {
    const { send, waits, elapse } = await setup()
    send('focusin')
    await elapse()
    expect([shown[0]?.mode, waits.length]).toEqual(['focus', 0])
    left = true
    shown.length = 0
    const unfocused = await setup()
    unfocused.send('focusin')
    await elapse()
    expect(shown).toEqual([])
  })

  it('shows on a long press, not on a tap', async () => {
    const { send, elapse } = await setup()
    send('pointerover', { pointerType: 'touch' }, false)
    await elapse()
    expect(shown).toEqual([])
    send('pointerover', { pointerType: 'touch' })
    await elapse()
    expect(shown[0]?.mode).toBe('touch')
  })

  it('stays away after Escape until the control is left', async () => {
    const { send, elapse } = await setup()
    send('focusin')
    await elapse()
    shown[0]?.dismissed()
    shown[0]?.scope.dispose()
    send('pointerover', { pointerType: 'mouse' })
    await elapse()
    expect(shown).toHaveLength(1)
    control.dispatchEvent(new Event('pointerleave'))
    send('pointerover', { pointerType: 'mouse' })
    await elapse()
    expect(shown).toHaveLength(2)
  })

  it('of the options belongs to its target, and is looked for again when that comes late', async () => {
    delete control.dataset.docentTip
    const { send, elapse, clock } = await setup([{ id: 'copy', target: { text: 'Duplicate' }, text: 'Makes a copy' }])
    send('focusin')
    await elapse()
    expect(shown).toEqual([])
    control.append('Duplicate')
    clock.time += 1000
    send('focusin')
    await elapse()
    expect(shown).toMatchObject([{ tip: { control, text: 'Makes a copy' } }])
  })
})
