import type { Action } from '@docent/protocol'
import { checklistMessages } from '../messages.ts'
import { runnerOf } from '../run-action.ts'
import type { TaskRowProps } from './TaskRow.tsx'

/** Below this the panel is the whole screen, px; as in its styles. */
const phoneWidth = 480

/** The buttons of the open task: do it, learn it, and leave it out where that is allowed. */
export function TaskActions({ context, task, onSkip, onTick }: TaskRowProps) {
  const t = context.translator(checklistMessages)
  const button = (action: Action | undefined, look: string) => {
    const run = runnerOf(context, action)
    if (!action || !run) return null
    const { kind, label = t(kind) } = action
    const press = (): void => {
      // On a phone the panel is the screen: let the person see where they are led.
      if (innerWidth < phoneWidth && /page|guide/.test(kind)) context.close()
      run()
    }
    return (
      <button type="button" class={`button s ${look}`} onClick={press}>
        {label}
      </button>
    )
  }
  const main = button(task.action, 'main')
  const help = button(task.help, main ? 'plain' : '')
  if (!main && !help && task.required && !task.byHand) return null
  return (
    <div class="row tight acts">
      {main}
      {help}
      {task.byHand && (
        <button type="button" class={`button s ${main || help ? 'plain' : 'main'}`} onClick={() => onTick(true)}>
          {t('tick')}
        </button>
      )}
      {!task.required && (
        <button type="button" class="button s plain end" onClick={() => onSkip(true)}>
          {t('skip')}
        </button>
      )}
    </div>
  )
}
