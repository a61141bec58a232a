import type { FeatureContext } from '@docent/core'
import { Announce } from '@docent/ui/parts'
import type { ReadonlySignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { guideMessages } from '../messages.ts'
import type { StepDefinition } from '../options.ts'
import type { TourControl } from '../tour/tour-control.ts'
import { mayTakeFocus } from './focus.ts'
import type { Sight } from './look-for.ts'
import { moveSpot } from './move-spot.ts'
import { placeBeside } from './place-beside.ts'
import { StepCard } from './StepCard.tsx'

interface TourProps {
  readonly context: FeatureContext
  readonly control: TourControl
  readonly sight: ReadonlySignal<Sight>
}

/** Half of it is the spotlight's margin around the target, px. */
const gap = 16

/** Spotlight, card and live region of a tour. */
export function Tour({ context, control, sight }: TourProps) {
  const t = context.translator(guideMessages)
  const spot = useRef<HTMLDivElement>(null)
  const card = useRef<HTMLDivElement>(null)
  const arrow = useRef<HTMLElement>(null)
  /** The visitor asked for the tour, or pressed a button of its card: the next card takes the focus. Others are announced. */
  const engaged = useRef(control.byHand())
  const turn = useRef<{ step?: StepDefinition; focus: boolean }>({ focus: false })
  const place = control.place.value
  const { step, phase, element } = sight.value
  const shown = place && phase !== 'looking' && step === place.step ? place : undefined
  if (shown && turn.current.step !== shown.step) {
    turn.current = { step: shown.step, focus: engaged.current && mayTakeFocus(spot.current?.ownerDocument) }
    engaged.current = false
  }
  useLayoutEffect(() => {
    const [light, floating, tail] = [spot.current, card.current, arrow.current]
    if (!shown || !element || !light || !floating || !tail) return
    return placeBeside({
      ...{ reference: element, floating, arrow: tail, gap, moved: moveSpot(light) },
      placement: shown.step.placement ?? 'bottom',
    })
  }, [shown?.step, element])
  useLayoutEffect(() => {
    if (shown && turn.current.focus) card.current?.querySelector('h2')?.focus({ preventScroll: true })
  }, [shown?.step])
  const press = (go: () => void) => (): void => {
    engaged.current = true
    go()
  }
  const values = { index: (shown?.index ?? 0) + 1, count: shown?.tour.steps.length ?? 0 }
  const { title = '', text = '' } = shown?.step ?? {}
  const news = t(values.count > 1 ? 'announce' : 'announce-one', { ...values, title, text })
  return (
    <>
      <div ref={spot} class={`spot${shown && element ? ' on' : ''}`} />
      {shown && !shown.step.target && <div class="scrim" />}
      {shown && (
        <StepCard
          key={shown.step.id}
          {...{ context, control, card, arrow, press }}
          place={shown}
          pointing={phase === 'beside'}
        />
      )}
      <Announce text={shown && !turn.current.focus ? news : ''} />
    </>
  )
}
