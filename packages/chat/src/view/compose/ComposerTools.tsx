import { adopts } from '@docent/ui/parts'
import { type ComposerToolProps, overLimit } from '../view-context.ts'
import { Attach } from './Attach.tsx'
import styles from './compose.css?inline'
import { composeMessages } from './compose-messages.ts'
import { EmojiTool } from './EmojiTool.tsx'
import { useTyping } from './use-typing.ts'

const adoptCompose = adopts(styles)

/** What stands beside the field of the composer, and above and below it. Loaded after it: one can write at once. */
export const ComposerTools = (props: ComposerToolProps) => {
  useTyping(props)
  const { view, draft } = props
  const over = overLimit(view.model, view.model.drafts.get(draft))
  return (
    <>
      <Attach {...props} />
      <EmojiTool {...props} />
      {over > 0 && (
        <p class="note chosen" role="alert">
          {view.context.translator(composeMessages)('compose.too-long', { count: over })}
        </p>
      )}
      <i ref={adoptCompose} hidden />
    </>
  )
}
