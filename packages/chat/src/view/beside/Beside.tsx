import { adopts, lazily } from '@docent/ui/parts'
import { useEffect, useMemo } from 'preact/hooks'
import type { BesideProps, ViewContext } from '../view-context.ts'
import styles from './beside.css?inline'
import { nobodyThere } from './nobody-there.ts'

const adoptBeside = adopts(styles)

/** What only some conversations need, each in a chunk of its own. */
const partsOf = ({ context: { report } }: ViewContext) => ({
  Suggestions: lazily(async () => (await import('./Suggestions.tsx')).Suggestions, report),
  Reasons: lazily(async () => (await import('../report/Reasons.tsx')).Reasons, report),
  Channels: lazily(async () => (await import('./Channels.tsx')).Channels, report),
  AnswerPlace: lazily(async () => (await import('./AnswerPlace.tsx')).AnswerPlace, report),
  BotLine: lazily(async () => (await import('./BotLine.tsx')).BotLine, report),
  Ending: lazily(async () => (await import('../ending/Ending.tsx')).Ending, report),
})

/** What stands between a conversation and its composer: how it begins, who answers, how it ended. */
export const Beside = ({ view, id, conversation }: BesideProps) => {
  const { model, options } = view
  const { Suggestions, Reasons, Channels, AnswerPlace, BotLine, Ending } = useMemo(() => partsOf(view), [view])
  // The first message is drawn as soon as it is written.
  useEffect(() => void view.Thread.preload().catch(view.context.report), [])
  if (id === 'new')
    return (
      <div class="body beginning" ref={adoptBeside}>
        {options.reasons && <Reasons view={view} />}
        {options.suggestArticles !== false && model.drafts.get(id) && <Suggestions view={view} />}
        {nobodyThere(view) && <AnswerPlace view={view} />}
        {options.channels?.[0] && <Channels view={view} />}
      </div>
    )
  if (conversation?.status === 'closed') return <Ending view={view} conversation={conversation} />
  const waits = conversation?.lastAuthor?.kind !== 'agent' && !(conversation && isTalking(view, conversation.id))
  return (
    <>
      <i ref={adoptBeside} hidden />
      {conversation?.bot && <BotLine view={view} conversation={conversation} />}
      {!conversation?.bot && waits && (nobodyThere(view) || mayAsk(view)) && <AnswerPlace view={view} />}
    </>
  )
}

/** Since when an agent counts as gone who has said nothing, in ms. */
const silenceMs = 15 * 60_000

/** An agent has just answered: whatever the office hours say, somebody is there. */
const isTalking = ({ context, model }: ViewContext, id: string): boolean => {
  const messages = model.state.value.threads[id]?.messages
  const said = messages?.findLast(({ author }) => author.kind === 'agent')?.sentAt ?? 0
  return context.clock.now() - said < silenceMs
}

/** The option is on, and the visitor was not asked yet. */
const mayAsk = ({ options }: ViewContext): boolean =>
  !!options.notification && typeof Notification !== 'undefined' && Notification.permission === 'default'
