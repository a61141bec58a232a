import type { Action } from '@docent/protocol'
import type { TargetedMouseEvent } from 'preact'
import { checklistMessages } from '../messages.ts'
import { runnerOf } from '../run-action.ts'
import { fillsScreen } from './fills-screen.ts'
import type { TaskRowProps } from './TaskRow.tsx'

const labels = { page: 'start', guide: 'show-how', article: 'read', chat: 'ask' } as const

/** The buttons of the open task: do it, learn it, and leave it out where that is allowed. */
export function TaskActions({ context, task, onSkip, onStart }: TaskRowProps) {
  const t = context.translator(checklistMessages)
  const button = (action: Action | undefined, look: string) => {
    const run = runnerOf(context, action)
    if (!action || !run) return null
    const press = ({ currentTarget }: TargetedMouseEvent<HTMLElement>): void => {
      onStart(action.kind)
      // On a phone the panel is the screen: let the person see where they are led.
      if ((action.kind === 'page' || action.kind === 'guide') && fillsScreen(currentTarget)) context.close()
      run()
    }
    return (
      <button type="button" class={`button s ${look}`} onClick={press}>
        {action.label ?? t(labels[action.kind])}
      </button>
    )
  }
  const main = button(task.action, 'main')
  const help = button(task.help, main ? 'plain' : '')
  if (!main && !help && task.required) return null
  return (
    <div class="row tight acts">
      {main}
      {help}
      {!task.required && (
        <button type="button" class="button s plain end" onClick={() => onSkip(true)}>
          {t('skip')}
        </button>
      )}
    </div>
  )
}
