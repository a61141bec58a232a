import type { AgentConversation } from '@docent/protocol'
import { Icon, iconBot, iconClock } from '@docent/ui/parts'
import { longWaitMs } from '../times.ts'
import type { ViewContext } from './view-context.ts'

/** How a conversation stands: exact words, never a colour alone. */
export const StatusTag = ({ view, conversation }: { view: ViewContext; conversation: AgentConversation }) => {
  const { t, times, now } = view
  const { status, waitingSince, snoozedUntil, lastAuthor, bot } = conversation
  if (status === 'closed') return <span class="tag good">{t('row.closed')}</span>
  if (status === 'snoozed')
    return (
      <span class="tag num">
        {snoozedUntil ? t('row.until', { time: times.until(snoozedUntil) }) : t('list.snoozed')}
      </span>
    )
  if (bot)
    return (
      <span class="tag">
        <Icon path={iconBot} small />
        {t('row.bot')}
      </span>
    )
  if (waitingSince !== undefined) {
    const isLong = now.value - waitingSince >= longWaitMs
    return (
      <span class={`tag num${isLong ? ' warn' : ''}`}>
        {isLong && <Icon path={iconClock} small />}
        {times.waiting(waitingSince)}
      </span>
    )
  }
  return lastAuthor && lastAuthor.kind !== 'visitor' ? <span class="tag good">{t('row.answered')}</span> : null
}
