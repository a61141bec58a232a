import { drawCard } from '../draw-card.ts'
import type { DrawCard, StepDrawing } from '../draw-tour.ts'
import { element } from '../element.ts'
import { actOf } from './act.ts'
import { drawBannerStep } from './banner.ts'
import { followInput } from './follow-input.ts'
import { giveUp } from './give-up.ts'
import { drawHotspotStep } from './hotspot.ts'
import { drawModal } from './modal.ts'
import { drawQuestion } from './question.ts'
import { adoptKinds } from './styles.ts'

export { followInput, giveUp }

/** Also steps that are no plain card. A chunk of its own: for tours that have one. */
export function draw(drawing: StepDrawing): void {
  const { container, context, page, place } = drawing
  const { action, kind = 'anchored' } = place.step
  adoptKinds(container)
  const drawWithAct: DrawCard = (of) => {
    const card = drawCard(of)
    const act = actOf(context, action)
    if (act) card.acts.before(element(page, 'button', { type: 'button', class: 'link', onclick: act.press }, act.label))
    return card
  }
  const drawKind = kinds[kind] ?? ((of) => void drawWithAct(of))
  drawKind(drawing, drawWithAct)
}

const kinds: Readonly<Record<string, (drawing: StepDrawing, drawCard: DrawCard) => void>> = {
  banner: drawBannerStep,
  hotspot: drawHotspotStep,
  modal: drawModal,
  question: drawQuestion,
}

export interface Rare {
  readonly draw: typeof draw
  readonly giveUp: typeof giveUp
  readonly followInput: typeof followInput
}
