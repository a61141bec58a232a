import { Icon, iconAlert, iconCheck, iconChecks, iconClock } from '@docent/ui/parts'
import { draftOf } from '../drafts.ts'
import type { Bubble } from '../thread.ts'
import type { PastView } from './past-view.ts'

const icons = {
  queued: iconClock,
  sending: iconClock,
  sent: iconCheck,
  read: iconChecks,
  failed: iconAlert,
  unconfirmed: iconAlert,
} as const

/** How a message of the visitor's stands, and the way on where it did not go out. */
export const DeliveryLine = ({ view, bubble }: { view: PastView; bubble: Bubble }) => {
  const { context, model, t, times } = view
  const { key, delivery, at, error: why = '' } = bubble
  if (delivery === 'arrived') return null
  const edit = (): void => {
    const route = context.panel.peek()?.route ?? 'new'
    model
      .acts()
      .then(({ takeBack }) => takeBack(key, draftOf(model.state.peek(), route)))
      .catch(context.report)
  }
  const goesOut = delivery === 'queued' && model.link.status.value === 'online' && context.page.online.value
  const failed = delivery === 'failed'
  return (
    <p class={`meta ${delivery}`}>
      <Icon path={icons[delivery]} />
      {t(`chat.${goesOut ? 'sending' : delivery}`, { time: times.time(at), why })}
      {(failed || delivery === 'unconfirmed') && (
        <button type="button" onClick={() => model.link.retry(key)}>
          {t(failed ? 'chat.retry' : 'chat.send-again')}
        </button>
      )}
      {failed && (
        <button type="button" onClick={edit}>
          {t('chat.edit')}
        </button>
      )}
    </p>
  )
}
