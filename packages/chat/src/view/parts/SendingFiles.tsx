import { draftOf } from '../../drafts.ts'
import type { Bubble } from '../../thread.ts'
import type { ViewContext } from '../view-context.ts'
import type { PartWords } from './FormView.tsx'

/** How far the files of a message are on their way, and how to take it back. */
export const SendingFiles = ({ view, bubble, t }: { view: ViewContext; bubble: Bubble; t: PartWords }) => {
  const { context, model } = view
  const { key, delivery, files, share = 0 } = bubble
  // Once they are there the message itself is under way: it can be closed, not unsaid.
  if (!files || share >= 1 || !(delivery === 'queued' || delivery === 'sending')) return null
  const percent = Math.floor(share * 100)
  const cancel = (): void => {
    const route = context.panel.peek()?.route ?? 'new'
    model
      .acts()
      .then(({ takeBack }) => takeBack(key, draftOf(model.state.peek(), route)))
      .catch(context.report)
  }
  return (
    <div class="row tight way">
      <svg
        class="bar grow"
        viewBox="0 0 100 4"
        preserveAspectRatio="none"
        role="img"
        aria-label={t('part.sending', { percent })}
      >
        <rect width={percent} height="4" />
      </svg>
      <span class="num small" aria-hidden="true">
        {percent} %
      </span>
      <button type="button" class="link" onClick={cancel}>
        {t('part.cancel')}
      </button>
    </div>
  )
}
