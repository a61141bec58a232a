import type { Json, Message } from '@docent/protocol'
import type { ViewContext } from '../view-context.ts'

export interface Answering {
  /** What was answered; on its way counts. */
  readonly answer: Json | undefined
  /** `words`: how the answer reads as a message of the visitor's. */
  send(value: Json, words: string): void
}

/** The visitor's answer to what a message asks. A backend that cannot record answers gets them as messages. */
export function useAnswer({ context, model }: ViewContext, message: Message | undefined): Answering {
  const { link } = model
  const pending = link.outbox.value.find(
    ({ command }) => command.name === 'message-answer' && command.input.messageId === message?.id,
  )
  const onItsWay = pending?.command.name === 'message-answer' ? pending.command.input.value : undefined
  return {
    answer: message?.answer?.value ?? onItsWay,
    send(value, words) {
      if (!message) return
      const { conversationId, id: messageId } = message
      const sent = link.capabilities.peek()?.commands.includes('message-answer')
        ? link.send('message-answer', { to: { id: conversationId }, messageId, value })
        : model.acts().then(({ send }) => send(conversationId, words))
      sent.catch(context.report)
    },
  }
}
