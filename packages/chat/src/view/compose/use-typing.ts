import { useEffect, useRef } from 'preact/hooks'
import { conversationOf } from '../../state.ts'
import type { ComposerToolProps } from '../view-context.ts'

const typingEveryMs = 3000

/** Tells the team that the visitor writes, and that they have stopped once the field is empty. */
export function useTyping({ view, draft, field }: ComposerToolProps): void {
  const { context, model } = view
  const told = useRef(0)
  const text = model.drafts.get(draft)
  useEffect(() => {
    const conversation = conversationOf(model.state.peek(), draft)
    const element = field.current
    const isHere = (element?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement === element
    const now = context.clock.now()
    // A draft from before, or from another tab, is not being written here.
    if (!conversation || (text && (!isHere || now - told.current < typingEveryMs)) || (!text && !told.current)) return
    told.current = text ? now : 0
    model.link.hint({ type: 'typing', conversationId: conversation.id, typing: text !== '' })
  }, [text])
}
