import type { MessagePart } from '@docent/protocol'
import { RichTextView } from '@docent/ui/parts'
import { parseMessageText } from './message-text.ts'
import type { ViewContext } from './view-context.ts'

/** What a message is made of, as data drawn to vnodes. */
export const MessageParts = ({ view, parts }: { view: ViewContext; parts: readonly MessagePart[] }) => (
  <>
    {parts.map((part, index) => (
      <Part key={index} view={view} part={part} />
    ))}
  </>
)

const Part = ({ view, part }: { view: ViewContext; part: MessagePart }) => {
  const { t } = view
  switch (part.type) {
    case 'text':
      if (part.format === 'plain') return <span>{part.text}</span>
      return <RichTextView text={parseMessageText(part.text)} onOpen={() => {}} />
    case 'article':
      return <span>{t('thread.article', { title: part.title })}</span>
    case 'source':
    case 'card':
      return <span>{part.title}</span>
    case 'file':
      return <span>{t('thread.file', { name: part.name })}</span>
    case 'choices':
      return <span>{part.options.map(({ label }) => label).join(', ')}</span>
    case 'form':
      return <span>{part.fields.map(({ label }) => label).join(', ')}</span>
    case 'custom':
      return <span>{part.fallback}</span>
  }
}
