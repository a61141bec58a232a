import { useRef } from 'preact/hooks'
import type { Bubble } from '../thread.ts'
import { MessageParts } from './MessageParts.tsx'
import type { ViewContext } from './view-context.ts'

interface BubbleProps {
  readonly view: ViewContext
  readonly bubble: Bubble
  readonly author: string
}

/** A message younger than this comes in with a movement, in ms. */
const freshMs = 5000

/** One message. Who wrote it is said to screen readers, since they do not see the side it stands on. */
export const BubbleView = ({ view, bubble, author }: BubbleProps) => {
  const { t, now } = view
  const fresh = useRef(now.peek() - bubble.at < freshMs)
  return (
    <div class={`bubble ${bubble.delivery}${fresh.current ? ' fresh' : ''}`}>
      <span class="hidden">{author}: </span>
      {bubble.removed ? (
        <span class="removed">{t('thread.removed')}</span>
      ) : (
        <>
          <MessageParts view={view} parts={bubble.parts} answer={bubble.answer} />
          {bubble.ended && (
            <span class="ended">{t(bubble.ended === 'stopped' ? 'thread.stopped' : 'thread.broken-off')}</span>
          )}
        </>
      )}
    </div>
  )
}
