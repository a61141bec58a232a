import { afterEach, expect, it, vi } from 'vitest'
import { guide } from './guide.ts'
import type { GuideOptions } from './options.ts'
import { createTestContext } from './test-context.ts'

const tour = { id: 'welcome', steps: [{ id: 'one', title: 'One', text: 'First' }] } as const
const scopes: { dispose(): void }[] = []
afterEach(() => {
  for (const scope of scopes) scope.dispose()
  document.body.replaceChildren()
})

function setup(options: GuideOptions) {
  const test = createTestContext()
  scopes.push(test.context.scope)
  const targeting = vi.spyOn(test.context, 'targeting')
  const layer = vi.spyOn(test.context, 'layer')
  return { ...test, targeting, layer, parts: guide(options).setup(test.context) }
}

it('loads nothing on a page view where no tour is due', () => {
  expect(setup({ tours: [tour] }).targeting).not.toHaveBeenCalled()
})

it('loads the rules where a tour has one', async () => {
  const { targeting } = setup({ tours: [{ ...tour, when: { kind: 'page', path: '/x' } }] })
  await vi.waitFor(() => expect(targeting).toHaveBeenCalled())
})

it('starts a tour for another feature, and tells of one that is not there', async () => {
  const { context, parts, tracked } = setup({ tours: [tour] })
  context.services.get('startGuide')?.('welcome')
  await vi.waitFor(() => expect(tracked.map(({ name }) => name)).toEqual(['tour_started']))
  await expect(parts.api.start('nope')).rejects.toMatchObject({ code: 'option-invalid' })
  await parts.api.stop()
  expect(tracked.at(-1)).toMatchObject({ name: 'tour_dismissed', data: { reason: 'api' } })
})

it('notices controls with a tip, also inside a shadow tree, and no others', async () => {
  const { layer } = setup({})
  const host = document.createElement('x-part')
  const control = document.createElement('button')
  host.attachShadow({ mode: 'open' }).append(control)
  document.body.append(host)
  vi.spyOn(control, 'matches').mockReturnValue(true)
  const enter = (): void => void control.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true }))
  enter()
  await new Promise((resolve) => setTimeout(resolve))
  expect(layer).not.toHaveBeenCalled()
  control.dataset.docentTip = 'Makes a copy'
  enter()
  await vi.waitFor(() => expect(layer).toHaveBeenCalledOnce())
})
