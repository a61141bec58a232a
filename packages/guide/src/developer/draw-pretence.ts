import { element } from '../view/element.ts'
import type { Acts } from './acts.ts'

/** Another stage, language or day than it is. */
export function drawPretence(page: Document, acts: Acts, changed: () => void): HTMLElement {
  const field = (label: string, placeholder: string, put: (value: string) => void): HTMLElement => {
    const input = element(page, 'input', {
      type: 'text',
      onchange() {
        put(input.value.trim())
        changed()
      },
    })
    input.placeholder = placeholder
    return element(page, 'label', {}, label, input)
  }
  const pass = (): void => {
    acts.passDays(1)
    changed()
  }
  return element(
    page,
    'div',
    { class: 'pretence' },
    field('Stage', 'new, activated …', acts.pretendStage),
    field('Language', 'en, lv …', acts.pretendLocale),
    element(page, 'button', { type: 'button', class: 'button s', onclick: pass }, 'A day later'),
  )
}
