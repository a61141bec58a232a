import { Icon, iconAlert, iconCheck, iconChecks, iconClock } from '@docent/ui/parts'
import type { ComponentChildren } from 'preact'
import type { Bubble } from '../thread.ts'
import type { ViewContext } from './view-context.ts'

interface DeliveryProps {
  readonly view: ViewContext
  readonly bubble: Bubble
}

/** How a message of the team stands, and the way on where it did not go out. */
export const DeliveryLine = ({ view, bubble }: DeliveryProps) => {
  const { model, t, times } = view
  const time = times.time(bubble.at)
  const by = (delivery: string): string =>
    bubble.mine ? delivery : t('delivery.by', { name: bubble.author.name ?? t('thread.bot'), delivery })
  switch (bubble.delivery) {
    case 'queued':
      return <Line icon={iconClock}>{t(waitingFor(view))}</Line>
    case 'sending':
      return <Line icon={iconClock}>{t('delivery.sending')}</Line>
    case 'sent':
      return <Line icon={iconCheck}>{by(t('delivery.sent', { time }))}</Line>
    case 'read':
      return <Line icon={iconChecks}>{by(t('delivery.read', { time }))}</Line>
    case 'failed':
      return <Failed view={view} bubble={bubble} />
    case 'unconfirmed':
      return (
        <Line icon={iconAlert} tone="warn">
          {t('delivery.unconfirmed')}
          <button type="button" onClick={() => model.retry(bubble.key)}>
            {t('delivery.send-again')}
          </button>
        </Line>
      )
    default:
      return null
  }
}

const waitingFor = ({ model, page }: ViewContext) =>
  model.link.status.value === 'online'
    ? 'delivery.sending'
    : page.online.value
      ? 'delivery.waiting-server'
      : 'delivery.waiting'

const Failed = ({ view, bubble }: DeliveryProps) => {
  const { model, t, router } = view
  const edit = (): void => {
    const { conversationId } = router.route.peek()
    const { text, parts } = model.takeBack(bubble.key)
    if (conversationId === undefined) return
    const mode = bubble.side === 'note' ? 'note' : 'reply'
    const before = model.drafts.get(conversationId)
    const joined = [before.text, text].filter(Boolean).join('\n')
    model.drafts.set(conversationId, { mode, text: joined, parts: [...(before.parts ?? []), ...parts] })
  }
  return (
    <Line icon={iconAlert} tone="bad">
      {t('delivery.failed', { why: bubble.error ?? '' })}
      <button type="button" onClick={() => model.retry(bubble.key)}>
        {t('delivery.retry')}
      </button>
      <button type="button" onClick={edit}>
        {t('delivery.edit')}
      </button>
    </Line>
  )
}

const Line = ({ icon, tone = '', children }: { icon: string; tone?: string; children: ComponentChildren }) => (
  <p class={`meta ${tone}`}>
    <Icon path={icon} />
    {children}
  </p>
)
