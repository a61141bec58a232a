import type { FeatureContext } from '@docent/core'
import { Announce, EmptyState, Header, iconTasks } from '@docent/ui/parts'
import { type ReadonlySignal, useSignal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'
import { checklistMessages } from '../messages.ts'
import type { ChecklistModel } from '../model.ts'
import type { CelebrationProps } from './Celebration.tsx'
import type { RewardsProps } from './Rewards.tsx'
import { TaskList } from './TaskList.tsx'

interface ChecklistViewProps {
  readonly context: FeatureContext
  readonly model: ChecklistModel
  readonly route: ReadonlySignal<string>
  readonly Celebration: FunctionComponent<CelebrationProps>
  readonly Rewards: FunctionComponent<RewardsProps>
}

/** A checklist in the panel: its tasks, and at the end what was reached. */
export function ChecklistView({ context, model, route, Celebration, Rewards }: ChecklistViewProps) {
  const t = context.translator(checklistMessages)
  const checklist = model.find(route.value)
  const isListed = useSignal(false)
  const id = checklist?.definition.id
  useEffect(() => void (id && context.track('checklist_seen', { checklist: id })), [id])
  return (
    <>
      <Header context={context} title={checklist?.definition.title ?? ''} onBack={() => context.open('home')} />
      {!checklist ? (
        model.checklists.value && <EmptyState icon={iconTasks} title={t('empty')} />
      ) : checklist.complete && !isListed.value ? (
        <Celebration {...{ context, model, checklist }} onList={() => (isListed.value = true)} />
      ) : (
        <TaskList key={id} {...{ context, model, checklist }} />
      )}
      {checklist && model.isRewarding(checklist.definition) && <Rewards {...{ context, checklist }} />}
      <Announce text={checklist ? t('progress', { done: checklist.done, total: checklist.total }) : ''} />
    </>
  )
}
