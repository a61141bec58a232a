import { Avatar, Icon, iconNote } from '@docent/ui/parts'
import { Fragment } from 'preact'
import { firstName } from '../names.ts'
import type { Bubble } from '../thread.ts'
import type { Turn } from '../turns.ts'
import { BubbleView } from './BubbleView.tsx'
import { DeliveryLine } from './DeliveryLine.tsx'
import { MessageParts } from './MessageParts.tsx'
import type { ViewContext } from './view-context.ts'

interface TurnProps {
  readonly view: ViewContext
  readonly turn: Turn
  /** What the visitor is called. */
  readonly name: string
}

/** Bubbles of one author: the visitor's on the left, the team's on the right, notes across. */
export const TurnView = ({ view, turn, name }: TurnProps) => {
  const { t, times } = view
  const [{ side, at }] = turn.bubbles
  return (
    <>
      {turn.saysTime && <p class="time">{times.dayAndTime(at)}</p>}
      {turn.fresh && <p class="divide">{t('thread.new-line')}</p>}
      {side === 'note' ? (
        turn.bubbles.map((bubble) => <Note key={bubble.key} view={view} bubble={bubble} />)
      ) : side === 'system' ? (
        turn.bubbles.map((bubble) => (
          <div key={bubble.key} class="system">
            <MessageParts view={view} parts={bubble.parts} />
          </div>
        ))
      ) : side === 'visitor' ? (
        <VisitorTurn view={view} turn={turn} name={name} />
      ) : (
        <TeamTurn view={view} turn={turn} />
      )}
    </>
  )
}

const VisitorTurn = ({ view, turn, name }: TurnProps) => {
  const last = turn.bubbles[turn.bubbles.length - 1] ?? turn.bubbles[0]
  return (
    <div class="turn">
      <Avatar name={name} size="s" />
      {turn.bubbles.map((bubble) => (
        <BubbleView key={bubble.key} view={view} bubble={bubble} author={name} />
      ))}
      <p class="meta">
        {firstName(name)} · {view.times.time(last.at)}
      </p>
    </div>
  )
}

const TeamTurn = ({ view, turn }: Omit<TurnProps, 'name'>) => {
  const { t } = view
  const [{ mine, author }] = turn.bubbles
  const said = mine ? t('thread.you') : (author.name ?? t('thread.bot'))
  return (
    <div class="turn me">
      {turn.bubbles.map((bubble, index) => (
        <Fragment key={bubble.key}>
          <BubbleView view={view} bubble={bubble} author={said} />
          {(index === turn.bubbles.length - 1 || needsAnswer(bubble)) && <DeliveryLine view={view} bubble={bubble} />}
        </Fragment>
      ))}
    </div>
  )
}

/** Says why in its own place, not only at the end of the turn. */
const needsAnswer = ({ delivery }: Bubble): boolean => delivery === 'failed' || delivery === 'unconfirmed'

const Note = ({ view, bubble }: { view: ViewContext; bubble: Bubble }) => {
  const { t } = view
  const { mine, author, parts, delivery } = bubble
  return (
    <div class="private" role="note">
      <div class="meta">
        <Icon path={iconNote} small />
        {mine ? t('thread.your-note') : t('thread.note-by', { name: author.name ?? t('thread.bot') })}
        <span class="end">{view.times.time(bubble.at)}</span>
      </div>
      <MessageParts view={view} parts={parts} />
      {!['arrived', 'sent'].includes(delivery) && <DeliveryLine view={view} bubble={bubble} />}
    </div>
  )
}
