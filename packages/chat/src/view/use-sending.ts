import { useEffect, useRef } from 'preact/hooks'
import type { DraftFile } from '../drafts.ts'
import { overLimit, type ViewContext } from './view-context.ts'

/** There is something to send, and not too much. */
export const isReady = ({ model }: ViewContext, draft: string): boolean => {
  const text = model.drafts.get(draft)
  return (text.trim() !== '' || model.files.get(draft).length > 0) && overLimit(model, text) <= 0
}

/**
 * Sends what stands in the composer. What sends comes right after what one writes with: whoever was faster, or lost the network in
 * between, has it sent when it is there. Until then it stays in the field.
 */
export function useSending(
  view: ViewContext,
  draft: string,
  onSend: (text: string, files: readonly DraftFile[]) => Promise<void>,
): () => void {
  const { context, model } = view
  const { drafts, files } = model
  const isAsked = useRef(false)
  const sendAsked = async (): Promise<void> => {
    await model.acts()
    if (!isAsked.current || !isReady(view, draft)) return
    isAsked.current = false
    const text = drafts.get(draft)
    const chosen = files.get(draft)
    drafts.set(draft, '')
    files.set(draft, [])
    try {
      await onSend(text.trim(), chosen)
    } catch (error) {
      drafts.set(draft, text)
      files.set(draft, chosen)
      throw error
    }
  }
  useEffect(() => void sendAsked().catch(context.report), [context.page.online.value])
  return () => {
    isAsked.current = true
    sendAsked().catch(context.report)
  }
}
