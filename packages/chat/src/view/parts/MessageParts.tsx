import type { MessagePart } from '@docent/protocol'
import { adopts, RichTextView } from '@docent/ui/parts'
import { partText } from '../../part-text.ts'
import type { PartsProps } from '../view-context.ts'
import { parseMessageText } from './message-text.ts'
import styles from './parts.css?inline'

const adoptParts = adopts(styles)

/** What a message says, where it is more than plain sentences. A chunk of its own, loaded with the first such message. */
export const MessageParts = ({ view, parts }: PartsProps) => (
  <div ref={adoptParts}>
    {parts.map((part, index) => (
      <PartView key={index} view={view} part={part} />
    ))}
  </div>
)

const PartView = ({ view, part }: { view: PartsProps['view']; part: MessagePart }) => {
  const { open } = view.context
  switch (part.type) {
    case 'text':
      return part.format === 'markdown' ? (
        <RichTextView text={parseMessageText(part.text)} onOpen={open} />
      ) : (
        <p>{part.text}</p>
      )
    case 'article':
      return (
        <button type="button" class="link" onClick={() => open('faq', part.articleId)}>
          {part.title}
        </button>
      )
    default:
      return <p>{partText(part)}</p>
  }
}
