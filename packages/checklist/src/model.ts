import type { FeatureContext, Rule, Verdict } from '@docent/core'
import type { ChecklistProgress, Id } from '@docent/protocol'
import { computed, type ReadonlySignal, type Signal, untracked } from '@preact/signals-core'
import { keysOf } from './keys.ts'
import { createLedger } from './ledger.ts'
import type { ChecklistDefinition, ChecklistOptions, TaskDefinition } from './options.ts'
import { type Checklist, isShown, progressOf, reduceChecklist, type Task } from './reduce.ts'

/** What is behind the ring, the home card and the panel. */
export interface ChecklistModel {
  /** `undefined` while the state of a new visitor is read. Those that the visitor may see, in the order of the options. */
  readonly checklists: ReadonlySignal<readonly Checklist[] | undefined>
  /** Those that home and launcher speak of now. */
  readonly shown: ReadonlySignal<readonly Checklist[]>
  /** The one that was asked for, else the first with something to do, else the first. */
  find(id: Id): Checklist | undefined
  progress(): readonly ChecklistProgress[]
  /** Whether it has more to give than ticks. Else nothing of that is loaded. */
  isRewarding(definition: ChecklistDefinition): boolean
  /** Ticks a task by hand of the visitor or the host app, or with `false` takes that back; a promise only where it rejects: there is no such task. */
  complete(checklist: Id, task: Id, done?: boolean): void | Promise<never>
  skip(checklist: Checklist, task: Task, skipped: boolean): Promise<void>
  /** Hides it from home and launcher until tomorrow, or for good. */
  snooze(checklist: Checklist, forGood: boolean): Promise<void>
}

/** What few visitors do. */
const putAside = () => import('./put-aside.ts')

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
    isRewarding,
    complete(checklist, task, done = true) {
      const definition = options.checklists.find(({ id }) => id === checklist)
      return definition?.tasks.some(({ id }) => id === task)
        ? ledger.mark(definition, task, done)
        : putAside().then(({ refuse }) => refuse(checklist, task))
    },
    skip: (...what) => putAside().then(({ skip }) => skip(context, ledger, ...what), context.report),
    snooze: (...what) => putAside().then(({ snooze }) => snooze(context, ...what), context.report),
  }
}

const isRewarding = ({ tasks, milestones, badge }: ChecklistDefinition): boolean =>
  !!milestones || !!badge || tasks.some(({ points }) => points)
