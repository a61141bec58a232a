import { Icon, iconAlert, iconOffline } from '@docent/ui/parts'
import type { ViewContext } from './view-context.ts'

/** What is wrong with the connection and what still works. Nothing while all is well. */
export const ConnectionStrip = ({ view }: { view: ViewContext }) => {
  const { context, model, t } = view
  const { link } = model
  const status = link.status.value
  const text = !context.page.online.value
    ? t('chat.offline')
    : status === 'offline'
      ? t('chat.unreachable')
      : status === 'stopped'
        ? t('chat.refused')
        : undefined
  const keepsNothing = context.storage.durability === 'memory' && link.outbox.value.length > 0
  return (
    <div role="status">
      {text && (
        <div class="strip">
          <Icon path={iconOffline} small />
          {text}
        </div>
      )}
      {keepsNothing && (
        <div class="strip">
          <Icon path={iconAlert} small />
          {t('chat.memory-only')}
        </div>
      )}
    </div>
  )
}
