import { RichTextView } from '@docent/ui/parts'
import { parseMessageText } from './message-text.ts'

/** A message with markup. A chunk of its own, loaded with the first such message. */
export const RichMessage = ({ text, onOpen }: { text: string; onOpen(feature: string, route: string): void }) => (
  <RichTextView text={parseMessageText(text)} onOpen={onOpen} />
)
