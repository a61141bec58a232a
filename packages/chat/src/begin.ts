import { type ConversationDraft, fail } from '@docent/core'
import { conversationReasons } from '@docent/protocol'
import type { Acts } from './acts.ts'
import type { ChatModel } from './model.ts'

/** Puts what another part of the page, or the host, has to say into the next new conversation. */
export async function begin(
  { text = '', isSent, context, reason }: ConversationDraft,
  { opening, send }: Pick<Acts, 'opening' | 'send'>,
  { drafts }: Pick<ChatModel, 'drafts'>,
): Promise<void> {
  if (reason && !conversationReasons.includes(reason))
    fail('option-invalid', `There is no reason "${reason}"`, `Use ${conversationReasons.join(', ')}`)
  opening.value = { ...(context && { context }), ...(reason && { reason }) }
  if (isSent) await send('new', text)
  else if (text) drafts.set('new', text)
}
