import type { Translate } from '@docent/core'
import type { guideMessages } from '../messages.ts'
import type { Place } from '../reduce.ts'
import type { TourControl } from '../tour/tour-control.ts'
import { element } from './element.ts'
import { pips } from './pips.ts'

interface StepCardOptions {
  readonly t: Translate<typeof guideMessages>
  readonly control: Pick<TourControl, 'advance' | 'back' | 'stop'>
  readonly place: Place
  readonly page: Document
  /** Called before a button of the card leads to another step. */
  pressed(): void
}

export interface StepCard {
  readonly root: HTMLElement
  readonly arrow: HTMLElement
  readonly heading: HTMLElement
  /** Its last line. */
  readonly acts: HTMLElement
  /** `true`: at its target, where it is shown once it is placed. `false`: in the middle. */
  point(pointing: boolean): void
}

/** One step of a tour: what to know, how far it is, and the ways on. Not modal: the page stays usable. */
export function stepCard(options: StepCardOptions): StepCard {
  const { control, place, page } = options
  const { step, tour } = place
  const { acts, offerNext } = waysOn(options)
  const arrow = element(page, 'i', { class: 'arrow' })
  const named = { id: 'docent-step-title', tabindex: '-1' }
  const hiddenTitle = tour.title && element(page, 'span', { class: 'hidden' }, `${tour.title}: `)
  const heading = element(page, 'h2', named, hiddenTitle, step.title)
  const onkeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.repeat) event.preventDefault()
    if (event.key === 'Escape') control.stop('escape')
  }
  const root = element(
    page,
    'div',
    {
      ...{ class: 'pop', role: 'dialog', onkeydown },
      ...{ 'aria-labelledby': named.id, 'aria-describedby': 'docent-step-text' },
    },
    arrow,
    heading,
    element(page, 'p', { id: 'docent-step-text' }, step.text),
    acts,
  )
  const point = (pointing: boolean): void => {
    root.classList.toggle('middle', !pointing)
    if (!pointing) {
      root.classList.add('placed')
      // The place beside a target that has gone.
      root.style.translate = ''
    }
    // Without its target, a step that waits for it would be a dead end.
    offerNext((step.advance?.kind ?? 'button') === 'button' || (!pointing && step.target !== undefined))
  }
  return { root, arrow, heading, acts, point }
}

/** The last line of the card: how far it is, and the buttons. */
function waysOn({ t, control, place, page, pressed }: StepCardOptions) {
  const { step, tour, index, last } = place
  const count = tour.steps.length
  const button = (look: string, label: string, onclick: (event: MouseEvent) => void): HTMLElement =>
    element(page, 'button', { type: 'button', class: `button s${look}`, onclick }, label)
  /** The second press of a double click, or a key held down, was meant for the step before. */
  const once = (go: () => void) => (event: MouseEvent) => {
    if (event.detail > 1) return
    pressed()
    go()
  }
  const back = once(() => control.back(step.id))
  const advance = once(() => control.advance(step.id, true))
  const next = button(' main', t(last ? 'done' : 'next'), advance)
  const acts = element(
    page,
    'div',
    { class: 'acts' },
    count > 1 && pips(page, index, count, t('step', { index: index + 1, count })),
    element(page, 'span', { class: 'grow' }),
    !last && button(' plain', t('skip'), () => control.stop('skip')),
    index > 0 && button('', t('back'), back),
  )
  return {
    acts,
    offerNext(offered: boolean) {
      if (!offered) next.remove()
      // Not anew, which would cost it the focus.
      else if (!next.parentNode) acts.append(next)
    },
  }
}
