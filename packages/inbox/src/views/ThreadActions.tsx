import type { AgentConversation } from '@docent/protocol'
import { Icon, iconCheck, iconClock, iconUser } from '@docent/ui/parts'
import { snoozeTimes } from '../snooze-times.ts'
import { Menu, MenuItem } from './Menu.tsx'
import type { ViewContext } from './view-context.ts'

interface ActionProps {
  readonly view: ViewContext
  readonly conversation: AgentConversation
}

/** Who takes it, when it comes back, whether it is over. */
export const ThreadActions = ({ view, conversation }: ActionProps) => {
  const { t, model } = view
  const { id: conversationId, status } = conversation
  return (
    <>
      <AssignMenu view={view} conversation={conversation} />
      {status !== 'closed' && <SnoozeMenu view={view} conversation={conversation} />}
      {status === 'closed' ? (
        <button type="button" class="button s" onClick={() => model.arrange('conversation-reopen', { conversationId })}>
          {t('status.reopen')}
        </button>
      ) : (
        <button
          type="button"
          class="button s main"
          onClick={() => model.arrange('conversation-close', { conversationId })}
        >
          <Icon path={iconCheck} small />
          {t('status.close')}
        </button>
      )}
    </>
  )
}

const AssignMenu = ({ view, conversation }: ActionProps) => {
  const { t, model } = view
  const { id: conversationId, assignee } = conversation
  const me = model.me.value
  const assign = (agentId: string | null) => () => model.arrange('conversation-assign', { conversationId, agentId })
  const name = assignee && (assignee.name ?? '')
  return (
    <Menu
      label={t('assign.menu')}
      buttonLabel={name === undefined ? t('assign.button') : t('assign.assigned', { name })}
      buttonClass="button s fold"
      button={
        <>
          <Icon path={iconUser} small />
          <span class="one">{name ?? t('assign.button')}</span>
        </>
      }
    >
      {assignee?.id !== me.id && <MenuItem onChoose={assign(me.id)}>{t('assign.me')}</MenuItem>}
      {assignee?.id !== me.id && <hr />}
      {model.state.value.agents.map((agent) => (
        <MenuItem key={agent.id} checked={agent.id === assignee?.id} onChoose={assign(agent.id)}>
          {agent.id === me.id ? t('assign.you', { name: agent.name }) : agent.name}
        </MenuItem>
      ))}
      <MenuItem checked={!assignee} onChoose={assign(null)}>
        {t('assign.nobody')}
      </MenuItem>
    </Menu>
  )
}

const SnoozeMenu = ({ view, conversation }: ActionProps) => {
  const { t, model, times, now } = view
  const { id: conversationId, status } = conversation
  const { later, tomorrow, monday, nextWeek } = snoozeTimes(now.value)
  const choices = [
    ['snooze.later', later],
    ['snooze.tomorrow', tomorrow],
    ...(monday === tomorrow ? [] : [['snooze.monday', monday] as const]),
    ['snooze.next-week', nextWeek],
  ] as const
  return (
    <Menu
      label={t('snooze.menu')}
      buttonLabel={t('snooze.button')}
      buttonClass="tool"
      button={<Icon path={iconClock} />}
    >
      {status === 'snoozed' && (
        <MenuItem onChoose={() => model.arrange('conversation-snooze', { conversationId, until: null })}>
          {t('snooze.end')}
        </MenuItem>
      )}
      {choices.map(([label, until]) => (
        <MenuItem key={label} onChoose={() => model.arrange('conversation-snooze', { conversationId, until })}>
          <span class="row tight">
            <span class="grow">{t(label)}</span>
            <span class="faint num">{times.until(until)}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  )
}
