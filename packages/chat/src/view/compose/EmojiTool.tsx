import { Icon, iconSmile, lazily } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { ComposerToolProps } from '../view-context.ts'
import { composeMessages } from './compose-messages.ts'

/** Opens the emoji below the field; what is chosen goes where the cursor stands. */
export const EmojiTool = ({ view, draft, field }: ComposerToolProps) => {
  const { context, model } = view
  const t = context.translator(composeMessages)
  const open = useSignal(false)
  const Picker = useMemo(
    () => lazily(async () => (await import('./EmojiPicker.tsx')).EmojiPicker, context.report),
    [context],
  )
  const close = (): void => {
    open.value = false
    field.current?.focus()
  }
  const insert = (chosen: string): void => {
    const element = field.current
    if (!element) return
    element.setRangeText(chosen, element.selectionStart, element.selectionEnd, 'end')
    model.drafts.set(draft, element.value)
  }
  return (
    <>
      <button
        type="button"
        class="tool"
        aria-label={t('compose.emoji')}
        aria-expanded={open.value}
        onClick={() => (open.value ? close() : void (open.value = true))}
      >
        <Icon path={iconSmile} />
      </button>
      {open.value && <Picker label={t('compose.emoji')} insert={insert} close={close} />}
    </>
  )
}
