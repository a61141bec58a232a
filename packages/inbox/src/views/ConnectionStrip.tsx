import type { OutboxEntry } from '@docent/core'
import type { AgentVocabulary } from '@docent/protocol'
import { Icon, iconAlert, iconOffline } from '@docent/ui/parts'
import type { ViewContext } from './view-context.ts'

/** What is wrong with the connection and what still works. Nothing while all is well. */
export const ConnectionStrip = ({ view }: { view: ViewContext }) => {
  const { page, model, desk, t } = view
  const { link } = model
  const text = !page.online.value
    ? t('strip.offline')
    : link.status.value === 'offline'
      ? t('strip.unreachable')
      : undefined
  const outbox = link.outbox.value
  const keepsNothing = desk.storage.durability === 'memory' && outbox.length > 0
  return (
    <div class="strips" role="status">
      {text && (
        <div class="strip">
          <Icon path={iconOffline} small />
          {text}
        </div>
      )}
      {keepsNothing && (
        <div class="strip">
          <Icon path={iconAlert} small />
          {t('strip.memory-only')}
        </div>
      )}
      {outbox.filter(isRefused).map((entry) => (
        <RefusedStrip key={entry.command.id} view={view} entry={entry} />
      ))}
    </div>
  )
}

type Entry = OutboxEntry<AgentVocabulary>

const labels = {
  'conversation-assign': 'assign.button',
  'conversation-close': 'status.close',
  'conversation-reopen': 'status.reopen',
  'conversation-snooze': 'snooze.button',
} as const

/** What was refused and has no bubble of its own to say so. */
const isRefused = ({ state, command }: Entry): boolean => state === 'failed' && command.name in labels

const RefusedStrip = ({ view, entry }: { view: ViewContext; entry: Entry }) => {
  const { t, model } = view
  const { command, error } = entry
  return (
    <div class="strip bad">
      <Icon path={iconAlert} small />
      <span class="grow">
        {t('strip.refused', { what: t(labels[command.name as keyof typeof labels]), why: error?.message ?? '' })}
      </span>
      <button type="button" class="link" onClick={() => model.retry(command.id)}>
        {t('strip.retry')}
      </button>
      <button type="button" class="link" onClick={() => model.takeBack(command.id)}>
        {t('strip.dismiss')}
      </button>
    </div>
  )
}
