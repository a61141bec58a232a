import { maxTextLength } from '@docent/protocol'
import { useSignal } from '@preact/signals'
import { Dialog } from './Dialog.tsx'
import type { ViewContext } from './view-context.ts'

interface WriteDialogProps {
  readonly view: ViewContext
  readonly visitorId: string
  onClose(): void
}

/** A conversation that the agent begins. It comes up by the launcher in the visitor's app. */
export const WriteDialog = ({ view, visitorId, onClose }: WriteDialogProps) => {
  const { t, model } = view
  const text = useSignal('')
  const send = (close: () => void) => (event: Event) => {
    event.preventDefault()
    const words = text.value.trim()
    if (!words) return
    const parts = [{ type: 'text', text: words, format: 'markdown' }] as const
    void model.link.send('conversation-start', { visitorId, parts })
    close()
  }
  return (
    <Dialog title={t('visitor.write')} onClose={onClose}>
      {(close) => (
        <form class="stack" onSubmit={send(close)}>
          <p class="quiet">{t('visitor.write-why')}</p>
          <textarea
            class="field"
            rows={4}
            maxLength={maxTextLength}
            aria-label={t('visitor.write-field')}
            value={text.value}
            onInput={(event) => void (text.value = event.currentTarget.value)}
          />
          <div class="row actions">
            <button type="button" class="button" onClick={close}>
              {t('part.cancel')}
            </button>
            <button type="submit" class="button main" disabled={!text.value.trim()}>
              {t('visitor.send')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
