import { adopts } from '@docent/ui/parts'
import type { ComposerToolProps } from '../view-context.ts'
import { Attach } from './Attach.tsx'
import styles from './compose.css?inline'
import { EmojiTool } from './EmojiTool.tsx'

const adoptCompose = adopts(styles)

/** What stands beside the field of the composer, and above and below it. Loaded after it: one can write at once. */
export const ComposerTools = (props: ComposerToolProps) => (
  <>
    <Attach {...props} />
    <EmojiTool {...props} />
    <i ref={adoptCompose} hidden />
  </>
)
