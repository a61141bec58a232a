import { Announce } from '@docent/ui/parts'
import { visitorName } from '../names.ts'
import { textOfParts } from '../thread.ts'
import type { ViewContext } from './view-context.ts'

/** Tells screen readers of what a visitor wrote, wherever the agent is. */
export const Heard = ({ view }: { view: ViewContext }) => {
  const { model, t } = view
  const message = model.heard.value
  const visitor = message && model.conversations.value[message.conversationId]?.visitor
  if (!message || !visitor) return <Announce text="" />
  return <Announce text={t('thread.heard', { name: visitorName(t, visitor), text: textOfParts(message.parts) })} />
}
