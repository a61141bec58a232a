import { Avatar } from '@docent/ui/parts'
import { BubbleView } from './BubbleView.tsx'
import { DeliveryLine } from './DeliveryLine.tsx'
import type { PastView } from './past-view.ts'
import type { Turn } from './turns.ts'

/** Bubbles of one author, their face, and how the last one stands. */
export const TurnView = ({ view, turn }: { view: PastView; turn: Turn }) => {
  const { t, times } = view
  const last = turn.bubbles.at(-1)
  const name = last?.author.name ?? t('chat.team')
  return (
    <>
      {turn.at !== undefined && <p class="time">{times.dayAndTime(turn.at)}</p>}
      {turn.fresh && <p class="divide">{t('chat.new-line')}</p>}
      <div class={`turn${turn.mine ? ' me' : ''}`}>
        {!turn.mine && <Avatar name={name} url={last?.author.avatarUrl} size="s" />}
        {turn.bubbles.map((bubble, index) => {
          const own = bubble.mine && (index === turn.bubbles.length - 1 || !['sent', 'read'].includes(bubble.delivery))
          return (
            <>
              <BubbleView key={bubble.key} view={view} bubble={bubble} />
              {own && <DeliveryLine key={`${bubble.key}/line`} view={view} bubble={bubble} />}
            </>
          )
        })}
        {!turn.mine && last && (
          <p class="meta">
            {name} · {times.time(last.at)}
          </p>
        )}
      </div>
    </>
  )
}
