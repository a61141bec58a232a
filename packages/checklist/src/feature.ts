import { type Feature, once } from '@docent/core'
import type { ChecklistProgress, Id } from '@docent/protocol'
import { signal } from '@preact/signals-core'
import { lastDay } from './last-day.ts'
import type { ChecklistModel } from './model.ts'
import type { ChecklistDefinition, ChecklistOptions } from './options.ts'
import type { Rewards } from './rewards.ts'

/** `docent.checklist`, with the ids of what was given to `checklist()`. */
export interface ChecklistApi<ChecklistId extends Id = Id, TaskId extends Id = Id> {
  /** Opens the panel on a checklist; without an id on the first with something to do. */
  open(id?: ChecklistId): void
  /** How far the visitor is. `undefined`: there is no such checklist for this visitor. */
  progress(id: ChecklistId): Promise<ChecklistProgress | undefined>
  /** Ticks a task whose end only the host app can see. Rejects with a DocentError when there is no such task. */
  complete(checklist: ChecklistId, task: TaskId): Promise<void>
  /** Takes back that a task was done. Rejects as `complete()` does. */
  reopen(checklist: ChecklistId, task: TaskId): Promise<void>
  /** Points, milestones and badges of every checklist that the visitor has. */
  rewards(): Promise<readonly Rewards[]>
}

/** The feature itself, its options taken as they are: `checklist()` checks them. Cheap; runs on every page view. */
export const checklistFeature = (options: ChecklistOptions): Feature<'checklist', ChecklistApi> => ({
  name: 'checklist',
  setup(context) {
    const progress = signal<number | undefined>()
    let model: ChecklistModel | undefined
    const load = once(async () => {
      const { createChecklistModel } = await import('./model.ts')
      model = await createChecklistModel(context, options, progress)
      return model
    })
    context.scope.effect(() => {
      const entries = context.state.entries.value
      // Who has seen the end of every checklist pays for nothing more.
      const over = ({ id, tasks }: ChecklistDefinition): boolean =>
        Number(entries?.get(`checklist/${id}/snoozed`)?.value) >= lastDay ||
        (Number(entries?.get(`checklist/${id}/celebrated`)?.value) >= tasks.length &&
          !tasks.some(({ reopens }) => reopens))
      if (entries && !options.checklists.every(over)) load().catch(context.report)
    })
    const view = (name: 'panel' | 'home') => ({
      load: async () => (await import('./view/index.ts'))[name](context, await load()),
    })
    context.services.provide({ progress: () => model?.progress() ?? [] })
    return {
      api: {
        open: (id = '') => context.open('checklist', id),
        progress: async (id) => (await load()).progress().find((one) => one.id === id),
        complete: async (list, task) => (await load()).complete(list, task),
        reopen: async (list, task) => (await load()).complete(list, task, false),
        async rewards() {
          const [{ rewardsOf }, { checklists }] = await Promise.all([import('./rewards.ts'), load()])
          return (checklists.value ?? []).map((checklist) => rewardsOf(checklist, context.state.get))
        },
      },
      panel: {
        tab: () => false,
        icon: 'tasks',
        order: 30,
        label: () => options.checklists[0]?.title ?? '',
        ...view('panel'),
      },
      homeCards: [{ id: 'checklist', order: 30, ...view('home') }],
      progress,
    }
  },
})
