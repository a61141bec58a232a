import type { MessagePart } from '@docent/protocol'
import { useEffect, useRef } from 'preact/hooks'
import type { Bubble } from '../thread.ts'
import type { ViewContext } from './view-context.ts'

/** One message. Who wrote it is said to screen readers, since they do not see the side it stands on. */
export const BubbleView = ({ view, bubble }: { view: ViewContext; bubble: Bubble }) => {
  const { t, context } = view
  const fresh = useRef(context.clock.now() - bubble.at < 5000)
  const author = bubble.mine ? t('chat.you') : (bubble.author.name ?? t('chat.team'))
  return (
    <div class={`bubble ${bubble.delivery}${fresh.current ? ' fresh' : ''}`}>
      <span class="hidden">{author}: </span>
      {bubble.removed ? (
        <span class="removed">{t('chat.removed')}</span>
      ) : (
        bubble.parts.map((part, index) => <PartView key={index} view={view} part={part} />)
      )}
    </div>
  )
}

const PartView = ({ view, part }: { view: ViewContext; part: MessagePart }) => {
  const { context, t } = view
  switch (part.type) {
    case 'text':
      return <TextView view={view} part={part} />
    case 'article':
      return (
        <button type="button" class="link" onClick={() => context.open('faq', part.articleId)}>
          {part.title}
        </button>
      )
    case 'source':
    case 'card':
      return <span>{part.title}</span>
    case 'file':
      return <span>{t('chat.file', { name: part.name })}</span>
    case 'choices':
      return <span>{part.options.map(({ label }) => label).join(', ')}</span>
    case 'form':
      return <span>{part.fields.map(({ label }) => label).join(', ')}</span>
    case 'custom':
      return <span>{part.fallback}</span>
  }
}

/** What hints at markup. A plain sentence needs no parser, and none is loaded for it. */
const markup = /[*_`[]|https?:|^\s*([-•]|\d+[.)])\s/m

const TextView = ({ view, part }: { view: ViewContext; part: Extract<MessagePart, { type: 'text' }> }) => {
  const rich = part.format === 'markdown' && markup.test(part.text)
  useEffect(() => {
    if (rich) view.loadRich()
  }, [rich])
  const Rich = rich ? view.rich.value : undefined
  return Rich ? <Rich text={part.text} onOpen={view.context.open} /> : <span>{part.text}</span>
}
