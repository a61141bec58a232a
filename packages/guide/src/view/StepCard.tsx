import type { FeatureContext } from '@docent/core'
import type { Ref, TargetedKeyboardEvent, TargetedMouseEvent } from 'preact'
import { guideMessages } from '../messages.ts'
import type { Place } from '../reduce.ts'
import { runnerOf } from '../run-action.ts'
import type { TourControl } from '../tour/tour-control.ts'
import { Pips } from './Pips.tsx'

interface StepCardProps {
  readonly context: FeatureContext
  readonly control: TourControl
  readonly place: Place
  /** At its target. */
  readonly pointing: boolean
  readonly card: Ref<HTMLDivElement>
  readonly arrow: Ref<HTMLElement>
  /** Wraps what a button does. */
  press(go: () => void): () => void
}

const labels = { page: 'show', guide: 'show', article: 'read', chat: 'ask' } as const

/** One step of a tour: what to know, how far it is, and the ways on. Not modal: the page stays usable. */
export function StepCard({ context, control, place, pointing, card, arrow, press }: StepCardProps) {
  const t = context.translator(guideMessages)
  const { step, tour, index, last } = place
  const count = tour.steps.length
  // Without its target, a step that waits for it would be a dead end.
  const byButton = !step.advance || step.advance.kind === 'button' || (!pointing && step.target !== undefined)
  const run = runnerOf(context, step.action)
  /** The second press of a double click, or a key held down, was meant for the step before. */
  const once = (go: () => void) => (event: TargetedMouseEvent<HTMLElement>) => event.detail < 2 && press(go)()
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter' && event.repeat) event.preventDefault()
    if (event.key === 'Escape') control.stop('escape')
  }
  return (
    <div
      ref={card}
      class={`pop${pointing ? '' : ' middle placed'}`}
      role="dialog"
      aria-labelledby="docent-step-title"
      aria-describedby="docent-step-text"
      onKeyDown={onKeyDown}
    >
      <i ref={arrow} class="arrow" />
      <h2 id="docent-step-title" tabIndex={-1}>
        {tour.title && <span class="hidden">{tour.title}: </span>}
        {step.title}
      </h2>
      <p id="docent-step-text">{step.text}</p>
      {step.action && run && (
        <button type="button" class="link" onClick={run}>
          {step.action.label ?? t(labels[step.action.kind])}
        </button>
      )}
      <div class="acts">
        {count > 1 && <Pips index={index} count={count} label={t('step', { index: index + 1, count })} />}
        <span class="grow" />
        {!last && (
          <button type="button" class="button s plain" onClick={() => control.stop('skip')}>
            {t('skip')}
          </button>
        )}
        {index > 0 && (
          <button type="button" class="button s" onClick={once(() => control.back(step.id))}>
            {t('back')}
          </button>
        )}
        {byButton && (
          <button type="button" class="button s main" onClick={once(() => control.advance(step.id, true))}>
            {t(last ? 'done' : 'next')}
          </button>
        )}
      </div>
    </div>
  )
}
