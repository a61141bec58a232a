import type { FeatureContext } from '@docent/core'
import { Icon, iconCheck, iconLock } from '@docent/ui/parts'
import { checklistMessages } from '../messages.ts'
import type { Task } from '../reduce.ts'
import { TaskActions } from './TaskActions.tsx'

export interface TaskRowProps {
  readonly context: FeatureContext
  readonly task: Task
  readonly open: boolean
  onOpen(): void
  onSkip(skipped: boolean): void
  /** A button that leads to the task was pressed. */
  onStart(kind: string): void
}

/** A task: done ones step back, locked ones say why, open ones open; its state is in words for those who do not see the tick. */
export function TaskRow(props: TaskRowProps) {
  const { context, task, open, onOpen, onSkip } = props
  const { state, title, text, required, waitsFor } = task
  const t = context.translator(checklistMessages)
  return (
    <li class={`task ${open ? 'open' : state}`}>
      <span class="tick">
        {state === 'done' && <Icon path={iconCheck} />}
        {state === 'locked' && <Icon path={iconLock} />}
      </span>
      <div class="grow stack tight">
        {state === 'open' ? (
          <button type="button" class="row tight toggle" aria-expanded={open} aria-disabled={open} onClick={onOpen}>
            <span class="title grow">{title}</span>
            <span class={open && required ? 'tag' : 'faint'}>{t(required ? 'required' : 'optional')}</span>
          </button>
        ) : (
          <p class="row tight">
            <span class="title grow">{title}</span>
            {state === 'skipped' ? (
              <span class="faint">{t('skipped')}</span>
            ) : (
              <span class="hidden">{t(state === 'done' ? 'state-done' : 'state-locked')}</span>
            )}
          </p>
        )}
        {state === 'locked' && <p class="small quiet">{t('unlocks', { task: waitsFor.join('”, “') })}</p>}
        {state === 'skipped' && (
          <button type="button" class="link" onClick={() => onSkip(false)}>
            {t('put-back')}
          </button>
        )}
        {open && text && <p class="small quiet">{text}</p>}
        {open && <TaskActions {...props} />}
      </div>
    </li>
  )
}
