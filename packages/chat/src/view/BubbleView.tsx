import type { MessagePart } from '@docent/protocol'
import { useRef } from 'preact/hooks'
import { textOfParts } from '../part-text.ts'
import type { Bubble } from '../thread.ts'
import type { PastView } from './past-view.ts'

/** What hints at markup. A plain sentence needs no parser, and none is loaded for it. */
const markup = /[*_`[]|https?:|^\s*([-•]|\d+[.)])\s/m

const isPlain = (part: MessagePart): boolean =>
  part?.type === 'text' && typeof part.text === 'string' && !(part.format === 'markdown' && markup.test(part.text))

/** One message. Who wrote it is said to screen readers, since they do not see the side it stands on. */
export const BubbleView = ({ view, bubble }: { view: PastView; bubble: Bubble }) => {
  const { t, context, MessageParts } = view
  const { mine, author, delivery, parts, removed } = bubble
  const fresh = useRef(context.clock.now() - bubble.at < 5000)
  const text = <span>{removed ? t('chat.removed') : textOfParts(parts)}</span>
  return (
    <div class={`bubble ${removed ? 'quiet' : delivery}${fresh.current ? ' fresh' : ''}`}>
      <span class="hidden">{mine ? t('chat.you') : (author.name ?? t('chat.team'))}: </span>
      {removed || parts.every(isPlain) ? text : <MessageParts view={view} bubble={bubble} meanwhile={text} />}
    </div>
  )
}
