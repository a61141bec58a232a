import type { Conversation } from '@docent/protocol'
import { Icon, iconSend, mayTakeFocus } from '@docent/ui/parts'
import { useEffect, useRef } from 'preact/hooks'
import type { DraftFile } from '../drafts.ts'
import { isReady, useSending } from './use-sending.ts'
import { overLimit, type ViewContext } from './view-context.ts'

interface ComposerProps {
  readonly view: ViewContext
  /** {@link draftOf} */
  readonly draft: string
  readonly conversation: Conversation | undefined
  onSend(text: string, files: readonly DraftFile[]): Promise<void>
  /** It came by itself: the focus stays where it is. */
  readonly isQuiet?: boolean
}

/** Where one writes. Enter sends, Shift+Enter breaks the line; what is typed stays until it is sent. */
export const Composer = ({ view, draft, conversation, onSend, isQuiet }: ComposerProps) => {
  const { model, t, ComposerTools } = view
  const field = useRef<HTMLTextAreaElement | null>(null)
  const text = model.drafts.get(draft)
  const over = overLimit(model, text)
  const ready = isReady(view, draft)
  useEffect(() => {
    const element = field.current
    if (element && !isQuiet && mayTakeFocus(element)) element.focus({ preventScroll: true })
  }, [])
  const ask = useSending(view, draft, onSend)
  const send = (): void => {
    if (ready) ask()
    field.current?.focus()
  }
  if (conversation && !conversation.canReply) return <p class="foot quiet small">{t('chat.cannot-reply')}</p>
  return (
    <div class="compose">
      <div class="composer">
        <textarea
          ref={field}
          rows={1}
          aria-label={t('chat.composer')}
          placeholder={t('chat.placeholder')}
          value={text}
          aria-invalid={over > 0}
          onInput={(event) => model.drafts.set(draft, event.currentTarget.value)}
          onKeyDown={(event) => {
            // Safari ends a composition before it tells of the key that ended it; the code 229 still says so.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
            event.preventDefault()
            send()
          }}
        />
        <ComposerTools {...{ view, draft, field }} />
        <button type="button" class="tool send" aria-label={t('chat.send')} disabled={!ready} onClick={send}>
          <Icon path={iconSend} />
        </button>
      </div>
    </div>
  )
}
