import type { FeatureContext, Scope } from '@docent/core'
import { adoptStyles } from '@docent/ui/parts'
import { runnerOf } from '../run-action.ts'
import { element } from '../view/element.ts'
import { nudgeMessages } from './messages.ts'
import styles from './nudge.css?inline'
import type { NudgeAnswer, NudgeDefinition } from './nudge-definition.ts'

/** The card by the launcher. Read out when the visitor is quiet; the focus stays where it is. */
export function drawNudge(
  context: FeatureContext,
  nudge: NudgeDefinition,
  layer: HTMLElement,
  answer: (how: NudgeAnswer) => void,
  scope: Scope,
): void {
  const { title, text, action, snooze } = nudge
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
  const button = (look: string, label: string, onclick: () => void): HTMLElement =>
    element(page, 'button', { type: 'button', class: `button s ${look}`, onclick }, label)
  const close = (): void => answer('dismissed')
  const card = element(
    page,
    'div',
    { class: 'nudge', role: 'status', onkeydown: ({ key }) => void (key === 'Escape' && close()) },
    title && element(page, 'h2', {}, title),
    element(page, 'p', {}, text),
    nudge.answer && drawReply(context, nudge, page, answer),
    element(
      page,
      'div',
      { class: 'acts' },
      run && button('main', action?.label ?? t(action?.kind ?? 'run'), act),
      snooze && button('plain', t('later'), () => answer('snoozed')),
      button('plain', t('close'), close),
    ),
  )
  layer.append(card)
  scope.add(() => card.remove())
}

/** Where it is answered. Nothing without the chat. */
function drawReply(
  context: FeatureContext,
  { text }: NudgeDefinition,
  page: Document,
  answer: (how: NudgeAnswer) => void,
): HTMLElement | undefined {
  const t = context.translator(nudgeMessages)
  const start = context.services.get('startConversation')
  if (!start) return undefined
  const field = element(page, 'textarea', { rows: '1', 'aria-label': t('reply'), placeholder: t('reply') })
  const send = (event: Event): void => {
    event.preventDefault()
    const said = field.value.trim()
    if (!said) return
    start({ text: said, isSent: true, context: { extra: { answered: text } } })
    answer('completed')
    // There one sees it go, and when an answer comes.
    context.open('chat')
  }
  field.addEventListener('keydown', (event) => {
    // As in the chat: what ends a composition sends nothing.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229) send(event)
  })
  const form = element(
    page,
    'form',
    {},
    field,
    element(page, 'button', { type: 'submit', class: 'button s main' }, t('send')),
  )
  form.addEventListener('submit', send)
  return form
}
