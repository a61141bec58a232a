import { Icon, iconClock } from '@docent/ui/parts'
import { textOfParts } from '../part-text.ts'
import { bubblesIn } from '../thread.ts'
import type { PastView } from './past-view.ts'

/** A conversation that waits for the network. */
export const UnsentItem = ({ view, id }: { view: PastView; id: string }) => {
  const { context, model, t } = view
  const last = bubblesIn(model, id).at(-1)
  return (
    <button type="button" class="item" onClick={() => context.open('chat', id)}>
      <span class="thumb">
        <Icon path={iconClock} />
      </span>
      <span class="grow who">
        <span class="title one">{last && textOfParts(last.parts)}</span>
        <span class="quiet small one">{t('chat.queued')}</span>
      </span>
    </button>
  )
}
