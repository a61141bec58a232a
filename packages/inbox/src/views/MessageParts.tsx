import { type Json, type MessageAnswer, type MessagePart, safeHref } from '@docent/protocol'
import { parseMessageText } from '@docent/ui/message-text'
import { Icon, iconBook, iconCheck, iconExternal, RichTextView } from '@docent/ui/parts'
import { FileView } from './FileView.tsx'
import { FormView } from './FormView.tsx'
import type { ViewContext } from './view-context.ts'

interface PartsProps {
  readonly view: ViewContext
  readonly parts: readonly MessagePart[]
  readonly answer?: MessageAnswer | undefined
}

/** What a message is made of, as data drawn to vnodes. */
export const MessageParts = ({ view, parts, answer }: PartsProps) => (
  <>
    {parts.map((part, index) => (
      <Part key={index} view={view} part={part} answer={answer?.value} />
    ))}
  </>
)

interface PartProps<P extends MessagePart = MessagePart> {
  readonly view: ViewContext
  readonly part: P
  readonly answer: Json | undefined
}

const Part = ({ view, part, answer }: PartProps) => {
  const { t } = view
  switch (part.type) {
    case 'text':
      if (part.text === '') return null
      if (part.format === 'plain') return <span>{part.text}</span>
      return <RichTextView text={parseMessageText(part.text)} onOpen={() => {}} />
    case 'article':
      return <Reference label={t('thread.article')} title={part.title} />
    case 'source':
      return <Reference label={t('thread.source')} title={part.title} url={part.url} />
    case 'file':
      return <FileView view={view} part={part} />
    case 'choices':
      return <Options view={view} options={part.options} answer={answer} />
    case 'card':
      return <Card view={view} part={part} answer={answer} />
    case 'form':
      return <FormView view={view} part={part} answer={answer} />
    case 'custom':
      return <span>{part.fallback}</span>
  }
}

const Reference = ({ label, title, url }: { label: string; title: string; url?: string | undefined }) => {
  const href = url === undefined ? undefined : safeHref(url)
  return (
    <span class="ref row tight">
      <Icon path={href ? iconExternal : iconBook} small />
      <span class="hidden">{label}: </span>
      {href ? (
        <a class="grow" href={href} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        <span class="grow">{title}</span>
      )}
    </span>
  )
}

interface OptionsProps {
  readonly view: ViewContext
  readonly options: readonly { readonly value?: string; readonly label: string }[]
  readonly answer: Json | undefined
}

/** What the visitor may press, and what they pressed. */
const Options = ({ view: { t }, options, answer }: OptionsProps) => (
  <ul class="options">
    {options.map(({ value, label }) => {
      const isChosen = value !== undefined && value === answer
      return (
        <li key={label} class={`tag${isChosen ? ' good' : ''}`}>
          {isChosen && <Icon path={iconCheck} small />}
          {label}
          {isChosen && <span class="hidden">, {t('thread.chosen')}</span>}
        </li>
      )
    })}
  </ul>
)

const Card = ({ view, part, answer }: PartProps<Extract<MessagePart, { type: 'card' }>>) => (
  <span class="piece">
    {part.image && safeHref(part.image.url) && <img src={part.image.url} alt="" loading="lazy" />}
    <strong>{part.title}</strong>
    {part.text && <span>{part.text}</span>}
    <Options view={view} options={part.actions} answer={answer} />
  </span>
)
