import { Icon, iconAlert, iconCheck, iconChecks, iconClock } from '@docent/ui/parts'
import type { ComponentChildren } from 'preact'
import { type Bubble, conversationOf } from '../thread.ts'
import type { ViewContext } from './view-context.ts'

/** How a message of the visitor's stands, and the way on where it did not go out. */
export const DeliveryLine = ({ view, bubble }: { view: ViewContext; bubble: Bubble }) => {
  const { model, t, times } = view
  const edit = (): void => {
    const text = model.takeBack(bubble.key)
    const route = view.context.panel.peek()?.route ?? 'new'
    const conversation = conversationOf(model.state.peek(), route)
    model.drafts.set(conversation?.commandId ?? route, text)
  }
  const time = times.time(bubble.at)
  switch (bubble.delivery) {
    case 'queued':
      return (
        <Line icon={iconClock}>
          {model.link.status.value === 'online' && view.context.page.online.value
            ? t('chat.sending')
            : t('chat.queued')}
        </Line>
      )
    case 'sending':
      return <Line icon={iconClock}>{t('chat.sending')}</Line>
    case 'sent':
      return <Line icon={iconCheck}>{t('chat.sent', { time })}</Line>
    case 'read':
      return <Line icon={iconChecks}>{t('chat.read', { time })}</Line>
    case 'failed':
      return (
        <Line icon={iconAlert} tone="bad">
          {t('chat.failed', { why: bubble.error ?? '' })}
          <button type="button" onClick={() => model.retry(bubble.key)}>
            {t('chat.retry')}
          </button>
          <button type="button" onClick={edit}>
            {t('chat.edit')}
          </button>
        </Line>
      )
    case 'unconfirmed':
      return (
        <Line icon={iconAlert} tone="warn">
          {t('chat.unconfirmed')}
          <button type="button" onClick={() => model.retry(bubble.key)}>
            {t('chat.send-again')}
          </button>
        </Line>
      )
    default:
      return null
  }
}

const Line = ({ icon, tone = '', children }: { icon: string; tone?: string; children: ComponentChildren }) => (
  <p class={`meta ${tone}`}>
    <Icon path={icon} />
    {children}
  </p>
)
