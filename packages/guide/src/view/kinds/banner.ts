import type { StepDrawing } from '../draw-tour.ts'
import { element } from '../element.ts'
import { type Act, actOf } from './act.ts'
import { adoptKinds } from './styles.ts'

interface Bar {
  readonly edge: string
  readonly title?: string
  readonly text: string
  readonly buttons: readonly (Act & { readonly look: string })[]
}

/** A bar with one message. It lies over the page, which does not move, and takes no focus. */
export function drawBar(container: HTMLElement, { edge, title, text, buttons }: Bar): HTMLElement {
  const page = container.ownerDocument
  adoptKinds(container)
  const bar = element(
    page,
    'section',
    { class: `bar ${edge}`, 'aria-label': title ?? text },
    element(page, 'p', {}, title && element(page, 'strong', {}, title), element(page, 'span', {}, text)),
    ...buttons.map(({ label, look, press }) =>
      element(page, 'button', { type: 'button', class: `button s ${look}`, onclick: press }, label),
    ),
  )
  container.append(bar)
  return bar
}

export function drawBannerStep({ container, context, control, place, region, scope, t }: StepDrawing): void {
  const { step, last } = place
  const { action, placement = 'bottom', title, text } = step
  const go = { label: t(last ? 'done' : 'next'), look: 'main', press: () => control.advance(step.id, true) }
  const act = actOf(context, action)
  const bar = drawBar(container, { edge: placement, title, text, buttons: act ? [{ ...act, look: '' }, go] : [go] })
  region.textContent = `${title}. ${text}`
  scope.add(() => {
    bar.remove()
    region.textContent = ''
  })
}
