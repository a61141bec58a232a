import type { FeatureContext } from '@docent/core'
import { Announce, EmptyState, Header, iconTasks, SkeletonLines } from '@docent/ui/parts'
import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { checklistMessages } from '../messages.ts'
import type { ChecklistModel } from '../model.ts'
import { Celebration } from './Celebration.tsx'
import { TaskList } from './TaskList.tsx'
import { useTicked } from './use-ticked.ts'

interface ChecklistViewProps {
  readonly context: FeatureContext
  readonly model: ChecklistModel
  readonly route: ReadonlySignal<string>
}

/** A checklist in the panel: its tasks, and at the end what was reached. */
export function ChecklistView({ context, model, route }: ChecklistViewProps) {
  const t = context.translator(checklistMessages)
  const checklist = model.find(route.value)
  const ticked = useTicked(checklist)
  const listed = useSignal(false)
  const { id, title } = checklist?.definition ?? { id: '', title: '' }
  useEffect(() => void (id && context.track('checklist_seen', { checklist: id })), [id])
  return (
    <>
      <Header context={context} title={title || t('empty')} onBack={() => context.open('home')} />
      {!checklist ? (
        model.checklists.value ? (
          <EmptyState icon={iconTasks} title={t('empty')}>
            <p>{t('empty-text')}</p>
          </EmptyState>
        ) : (
          <SkeletonLines label={t('loading')} />
        )
      ) : checklist.complete && !listed.value ? (
        <Celebration context={context} model={model} checklist={checklist} onList={() => (listed.value = true)} />
      ) : (
        <TaskList key={id} context={context} model={model} checklist={checklist} />
      )}
      <Announce
        text={ticked && checklist ? t('ticked', { task: ticked, done: checklist.done, total: checklist.total }) : ''}
      />
    </>
  )
}
