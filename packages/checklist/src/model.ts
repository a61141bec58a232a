import { DocentError, type FeatureContext, type Rule, type Verdict } from '@docent/core'
import type { ChecklistProgress, Id } from '@docent/protocol'
import { computed, type ReadonlySignal, type Signal, untracked } from '@preact/signals-core'
import { keysOf } from './keys.ts'
import { createLedger } from './ledger.ts'
import type { ChecklistDefinition, ChecklistOptions, TaskDefinition } from './options.ts'
import { type Checklist, isShown, progressOf, reduceChecklist, type Task } from './reduce.ts'
import { lastDay, snoozeEnd } from './snooze-end.ts'

/** What is behind the ring, the home card and the panel. */
export interface ChecklistModel {
  /** `undefined` while the state of a new visitor is read. Those that the visitor may see, in the order of the options. */
  readonly checklists: ReadonlySignal<readonly Checklist[] | undefined>
  /** Those that home and launcher speak of now. */
  readonly shown: ReadonlySignal<readonly Checklist[]>
  /** The one that was asked for, else the first with something to do, else the first. */
  find(id: Id): Checklist | undefined
  progress(): readonly ChecklistProgress[]
  /** Ticks a task by hand of the visitor or the host app, or with `false` takes that back. */
  complete(checklist: Id, task: Id, done?: boolean): void
  skip(checklist: Checklist, task: Task, skipped: boolean): void
  /** Hides it from home and launcher until tomorrow, or for good. */
  snooze(checklist: Checklist, forGood: boolean): void
}

export async function createChecklistModel(
  context: FeatureContext,
  options: ChecklistOptions,
  /** The launcher's ring, which is drawn before this is loaded. */
  ring: Signal<number | undefined>,
): Promise<ChecklistModel> {
  const { clock, page, scope, state } = context
  const { evaluate } = await context.targeting()
  await new Promise<void>((resolve) => scope.effect(() => void (state.entries.value && resolve())))
  /** Subscribes to just the facts that the rule reads. */
  const holds = (rule: Rule): boolean => evaluate(rule).verdict === true
  const isOffered = ({ when }: ChecklistDefinition | TaskDefinition): boolean => !when || holds(when)
  const reduce = (definition: ChecklistDefinition): Checklist =>
    reduceChecklist(definition, state.entries.value ?? new Map(), isOffered)
  const checklists = computed(() => state.entries.value && options.checklists.filter(isOffered).map(reduce))
  /** Read again when the visitor comes back or goes on, so that tomorrow begins without a timer. */
  const now = (): number => {
    void page.url.value
    void page.visible.value
    return clock.now()
  }
  const shown = computed(() => checklists.value?.filter((checklist) => isShown(checklist, now())) ?? [])
  scope.effect(() => {
    const [first] = shown.value
    ring.value = first && first.done / first.total
  })
  const ledger = createLedger(context, reduce)
  for (const definition of options.checklists) {
    const keys = keysOf(definition.id)
    for (const { id, doneWhen, reopens } of definition.tasks) {
      /** Two devices that see different things must not answer each other for ever: each acts on what changes here. */
      let before: Verdict | undefined
      scope.effect(() => {
        const entries = state.entries.value
        if (!doneWhen || !entries || (!reopens && entries.has(keys.done(id))) || !isOffered(definition)) return
        const { verdict } = evaluate(doneWhen)
        if (verdict === before) return
        before = verdict
        if (verdict === true || (verdict === false && reopens)) untracked(() => ledger.mark(definition, id, verdict))
      })
    }
  }
  if (options.checklists.some(isRewarding))
    import('./rewards.ts').then(({ followMilestones }) => followMilestones(context, checklists), context.report)
  checklists.value?.filter(({ done }) => done > 0).forEach(ledger.publish)
  return {
    checklists,
    shown,
    find: (id) => {
      const all = checklists.value ?? []
      return all.find(({ definition }) => definition.id === id) ?? all.find(({ next }) => next) ?? all[0]
    },
    progress: () => checklists.value?.map(progressOf) ?? [],
    complete(checklist, task, done = true) {
      const definition = options.checklists.find(({ id }) => id === checklist)
      if (!definition?.tasks.some(({ id }) => id === task))
        throw new DocentError(
          'option-invalid',
          `There is no task "${checklist}/${task}"`,
          'Use the ids given to checklist()',
        )
      ledger.mark(definition, task, done)
    },
    skip({ definition }, { id }, skipped) {
      state.put({ key: keysOf(definition.id).skipped(id), value: skipped, merge: 'last' })
      context.track(skipped ? 'task_skipped' : 'task_restored', { checklist: definition.id, task: id })
      ledger.settle(definition)
    },
    snooze({ definition }, forGood) {
      state.put({
        key: keysOf(definition.id).snoozed,
        value: forGood ? lastDay : snoozeEnd(clock.now()),
        merge: 'last',
      })
      context.track(`checklist_${forGood ? 'dismissed' : 'snoozed'}`, { checklist: definition.id })
    },
  }
}

/** Whether a checklist has more to give than ticks. Else nothing of it is loaded. */
export const isRewarding = ({ tasks, milestones, badge }: ChecklistDefinition): boolean =>
  !!milestones || !!badge || tasks.some(({ points }) => points)
