import type { MessagePart } from '@docent/protocol'
import { useSignal } from '@preact/signals'
import { cardFrom, choicesFrom, formFrom } from '../parts-from-text.ts'
import { Dialog } from './Dialog.tsx'
import type { ViewContext } from './view-context.ts'

export type PartKind = 'choices' | 'card' | 'form'

interface PartDialogProps {
  readonly view: ViewContext
  readonly kind: PartKind
  onAdd(part: MessagePart): void
  onClose(): void
}

/** Makes quick replies, a card or a form. */
export const PartDialog = ({ view, kind, onAdd, onClose }: PartDialogProps) => {
  const { t } = view
  const [text, title, button, url] = [useSignal(''), useSignal(''), useSignal(''), useSignal('')]
  const card = { title: title.value, text: text.value, button: button.value, url: url.value }
  const part = kind === 'card' ? cardFrom(card) : kind === 'form' ? formFrom(text.value) : choicesFrom(text.value)
  const label = kind === 'card' ? 'part.description' : kind === 'form' ? 'part.fields-label' : 'part.choices-label'
  return (
    <Dialog title={t(`compose.${kind}`)} onClose={onClose}>
      {(close) => (
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault()
            if (!part) return
            onAdd(part)
            close()
          }}
        >
          {kind === 'card' && <Line label={t('part.title')} value={title} />}
          <label class="stack tight">
            <span class="label">{t(label)}</span>
            <textarea
              class="field"
              rows={4}
              value={text.value}
              onInput={(event) => void (text.value = event.currentTarget.value)}
            />
          </label>
          {kind === 'form' && <p class="faint">{t('part.fields-hint')}</p>}
          {kind === 'card' && <Line label={t('part.button')} value={button} />}
          {kind === 'card' && <Line label={t('part.address')} value={url} placeholder={t('part.address-hint')} />}
          <div class="row actions">
            <button type="button" class="button plain" onClick={close}>
              {t('part.cancel')}
            </button>
            <button type="submit" class="button main" disabled={!part}>
              {t('part.add')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  )
}

const Line = ({
  label,
  value,
  placeholder = '',
}: {
  label: string
  value: { value: string }
  placeholder?: string
}) => (
  <label class="stack tight">
    <span class="label">{label}</span>
    <input
      class="field"
      value={value.value}
      placeholder={placeholder}
      onInput={(event) => void (value.value = event.currentTarget.value)}
    />
  </label>
)
