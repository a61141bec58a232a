import type { FeatureContext, Scope } from '@docent/core'
import { adoptStyles } from '@docent/ui/parts'
import { runnerOf } from '../run-action.ts'
import { element } from '../view/element.ts'
import { nudgeMessages } from './messages.ts'
import styles from './nudge.css?inline'
import type { NudgeDefinition } from './nudge-definition.ts'

/** The card by the launcher. Read out when the visitor is quiet; the focus stays where it is. */
export function drawNudge(
  context: FeatureContext,
  { title, text, action }: NudgeDefinition,
  layer: HTMLElement,
  answer: (how: 'completed' | 'dismissed') => void,
  scope: Scope,
): void {
  const page = layer.ownerDocument
  // The answer may lead to another page at once: nothing is left to load then.
  context.storage.open?.().catch(context.report)
  const t = context.translator(nudgeMessages)
  adoptStyles(layer.getRootNode() as ShadowRoot, styles)
  const run = runnerOf(context, action)
  const act = (): void => {
    answer('completed')
    run?.()
  }
  const close = (): void => answer('dismissed')
  const card = element(
    page,
    'div',
    { class: 'nudge', role: 'status', onkeydown: ({ key }) => void (key === 'Escape' && close()) },
    title && element(page, 'h2', {}, title),
    element(page, 'p', {}, text),
    element(
      page,
      'div',
      { class: 'acts' },
      run &&
        element(
          page,
          'button',
          { type: 'button', class: 'button s main', onclick: act },
          action?.label ?? t(action?.kind ?? 'run'),
        ),
      element(page, 'button', { type: 'button', class: 'button s plain', onclick: close }, t('close')),
    ),
  )
  layer.append(card)
  scope.add(() => card.remove())
}
