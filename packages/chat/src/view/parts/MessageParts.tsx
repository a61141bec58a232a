import { isPart, type MessagePart, type SourcePart, safeHref } from '@docent/protocol'
import { parseMessageText } from '@docent/ui/message-text'
import { adopts, Icon, iconBook, RichTextView } from '@docent/ui/parts'
import { partText } from '../../part-text.ts'
import type { Bubble } from '../../thread.ts'
import type { PartsProps, ViewContext } from '../view-context.ts'
import { CardView } from './CardView.tsx'
import { ChoicesView } from './ChoicesView.tsx'
import { CustomView } from './CustomView.tsx'
import { FileView } from './FileView.tsx'
import { FormView } from './FormView.tsx'
import { partMessages } from './part-messages.ts'
import styles from './parts.css?inline'
import { type Answering, useAnswer } from './use-answer.ts'

const adoptParts = adopts(styles)

/** What a message says, where it is more than plain sentences. A chunk of its own, loaded with the first such message. */
export const MessageParts = ({ view, bubble }: PartsProps) => {
  const t = view.context.translator(partMessages)
  const answering = useAnswer(view, bubble.message)
  // What no backend should send is passed over.
  const parts = bubble.parts.filter(isPart)
  const sources = parts.filter((part) => part.type === 'source')
  return (
    <div ref={adoptParts} class="parts">
      {parts.map((part, index) => (
        <PartView key={index} {...{ view, bubble, part, index, answering, t }} id={`${bubble.key}/${index}`} />
      ))}
      {sources.length > 0 && (
        <section aria-label={t('part.sources')}>
          <p class="small">{t('part.sources')}</p>
          <ul>
            {sources.map((source, index) => (
              <li key={index}>
                <SourceView view={view} source={source} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface PartProps {
  readonly view: ViewContext
  readonly bubble: Bubble
  readonly part: MessagePart
  readonly index: number
  readonly answering: Answering
  readonly t: Parameters<typeof FormView>[0]['t']
  readonly id: string
}

const PartView = ({ view, bubble, part, index, answering, t, id }: PartProps) => {
  const { open } = view.context
  switch (part.type) {
    case 'text':
      if (part.format === 'plain') return <p>{part.text}</p>
      return <RichTextView text={parseMessageText(part.text)} onOpen={open} />
    case 'article':
      return (
        <button type="button" class="button" onClick={() => open('faq', part.articleId)}>
          <Icon path={iconBook} />
          {part.title}
        </button>
      )
    case 'choices':
      return <ChoicesView part={part} answering={answering} />
    case 'card':
      return <CardView part={part} answering={answering} />
    case 'form':
      return <FormView {...{ part, answering, t, id }} />
    case 'file':
      return <FileView {...{ view, part, bubble, index, t }} />
    case 'custom':
      return <CustomView view={view} part={part} />
    case 'source':
      return null
    default:
      return <p>{partText(part)}</p>
  }
}

const SourceView = ({ view, source }: { view: ViewContext; source: SourcePart }) => {
  const { articleId, title, url = '' } = source
  if (articleId)
    return (
      <button type="button" class="link" onClick={() => view.context.open('faq', articleId)}>
        {title}
      </button>
    )
  const href = safeHref(url)
  if (!href) return <>{title}</>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {title}
    </a>
  )
}
