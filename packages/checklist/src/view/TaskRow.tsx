import type { FeatureContext } from '@docent/core'
import { Icon, iconCheck } from '@docent/ui/parts'
import { checklistMessages } from '../messages.ts'
import type { Task } from '../reduce.ts'
import { TaskActions } from './TaskActions.tsx'

/** Here, because this is the only place that needs it: an icon shared with another chunk would be a request more. */
const iconLock = 'M5 9h10v8H5ZM7 9V6.5a3 3 0 0 1 6 0V9'

export interface TaskRowProps {
  readonly context: FeatureContext
  readonly task: Task
  readonly open: boolean
  onOpen(): void
  onSkip(skipped: boolean): void
  onTick(done: boolean): void
}

/** A task: done ones step back, locked ones say why, one is open; its state is in words for those who do not see the tick. */
export function TaskRow(props: TaskRowProps) {
  const { context, task, open, onOpen, onSkip, onTick } = props
  const { state, title, text, required, waitsFor, byHand } = task
  const t = context.translator(checklistMessages)
  const name = <span class="title grow">{title}</span>
  return (
    <li class={`row top ${open ? 'on' : state}`}>
      <span class="tick">
        {state === 'done' && <Icon path={iconCheck} />}
        {state === 'locked' && <Icon path={iconLock} />}
      </span>
      <div class="grow stack tight">
        {state === 'open' ? (
          <button type="button" class="row tight" aria-expanded={open} aria-disabled={open} onClick={onOpen}>
            {name}
            <span class={open && required ? 'tag' : 'faint'}>{t(required ? 'required' : 'optional')}</span>
          </button>
        ) : (
          <span class="row tight">
            {name}
            {state !== 'locked' && <span class={state === 'done' ? 'hidden' : 'faint'}>{t(state)}</span>}
          </span>
        )}
        {state === 'locked' && <span class="small quiet">{t('unlocks', { task: waitsFor.join('”, “') })}</span>}
        {(state === 'skipped' || (state === 'done' && byHand)) && (
          <button type="button" class="link" onClick={() => (state === 'done' ? onTick : onSkip)(false)}>
            {t(state === 'done' ? 'untick' : 'restore')}
          </button>
        )}
        {open && text && <p class="small quiet">{text}</p>}
        {open && <TaskActions {...props} />}
      </div>
    </li>
  )
}
