import type { Id, Millis, RecordedEvent } from '@docent/protocol'
import { type Details, detailsOf } from './details-of.ts'
import { countHelp, emptyHelp, type HelpTally } from './help-summary.ts'

/** How many went how far, of one tour or checklist. */
export interface Funnel {
  readonly id: Id
  readonly started: number
  readonly completed: number
  readonly dismissed: number
  /** Steps or tasks, in the order in which they were first met. */
  readonly steps: readonly FunnelStep[]
}

export interface FunnelStep {
  readonly id: Id
  readonly seen: number
  readonly completed: number
  /** All the time between seen and completed, in ms; divide by `completed`. */
  readonly totalMs: number
}

/** What was counted in this browser, for one visitor. Small: numbers, and the words of searches without an answer. */
export interface Summary {
  /** When the first event was counted. */
  readonly since: Millis
  /** By name of the event. */
  readonly counts: Readonly<Record<string, number>>
  readonly tours: readonly Funnel[]
  readonly checklists: readonly Funnel[]
  /** Absent where it was counted by a version that did not. */
  readonly help?: HelpTally
  /** When a step was last seen, until it is done. */
  readonly open: Readonly<Record<string, Millis>>
}

type Kind = 'tours' | 'checklists'
type Change = { readonly [K in 'started' | 'completed' | 'dismissed']?: number } & {
  readonly step?: { readonly id: Id; readonly seen?: number; readonly completed?: number }
}

/** What each event says about which funnel. Events of the host count by name alone. */
const meanings: Readonly<Record<string, readonly [Kind, (details: Details) => Change]>> = {
  tour_started: ['tours', () => ({ started: 1 })],
  tour_step_seen: ['tours', ({ step }) => ({ step: { id: String(step), seen: 1 } })],
  tour_step_completed: ['tours', ({ step }) => ({ step: { id: String(step), completed: 1 } })],
  tour_completed: ['tours', () => ({ completed: 1 })],
  tour_dismissed: ['tours', () => ({ dismissed: 1 })],
  checklist_seen: ['checklists', () => ({ started: 1 })],
  task_completed: ['checklists', ({ task }) => ({ step: { id: String(task), completed: 1 } })],
  task_reopened: ['checklists', ({ task }) => ({ step: { id: String(task), completed: -1 } })],
  checklist_completed: ['checklists', () => ({ completed: 1 })],
  checklist_dismissed: ['checklists', () => ({ dismissed: 1 })],
}

export const emptySummary = (since: Millis): Summary => ({
  since,
  counts: {},
  tours: [],
  checklists: [],
  help: emptyHelp,
  open: {},
})

/** Events have any name, `valueOf` too. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** The summary with one more event in it. */
export function countEvent(summary: Summary, event: RecordedEvent): Summary {
  const { name, at } = event
  const help = countHelp(summary.help ?? emptyHelp, event)
  const counted = { ...summary, help, counts: { ...summary.counts, [name]: (own(summary.counts, name) ?? 0) + 1 } }
  const [kind, changeOf] = own(meanings, name) ?? []
  const details = detailsOf(event)
  const id = details?.[kind === 'tours' ? 'tour' : 'checklist']
  if (!kind || !changeOf || !details || typeof id !== 'string') return counted
  const change = changeOf(details)
  const key = change.step && `${kind}/${id}/${change.step.id}`
  const seenAt = key === undefined ? undefined : own(summary.open, key)
  const tookMs = change.step?.completed && seenAt !== undefined ? Math.max(0, at - seenAt) : 0
  return {
    ...counted,
    [kind]: withOne(counted[kind], newFunnel(id), (funnel) => advance(funnel, change, tookMs)),
    open: key === undefined ? counted.open : openAfter(counted.open, key, change.step?.seen ? at : undefined),
  }
}

function advance(funnel: Funnel, { step, ...change }: Change, tookMs: number): Funnel {
  const { started = 0, completed = 0, dismissed = 0 } = change
  return {
    ...funnel,
    started: funnel.started + started,
    completed: funnel.completed + completed,
    dismissed: funnel.dismissed + dismissed,
    steps: step
      ? withOne(funnel.steps, newStep(step.id), (known) => ({
          ...known,
          seen: known.seen + (step.seen ?? 0),
          completed: known.completed + (step.completed ?? 0),
          totalMs: known.totalMs + tookMs,
        }))
      : funnel.steps,
  }
}

const newFunnel = (id: Id): Funnel => ({ id, started: 0, completed: 0, dismissed: 0, steps: [] })
const newStep = (id: Id): FunnelStep => ({ id, seen: 0, completed: 0, totalMs: 0 })

/** The list with the item of the same id changed; the new one is added where there was none. */
const withOne = <Item extends { readonly id: Id }>(
  items: readonly Item[],
  fresh: Item,
  change: (item: Item) => Item,
): readonly Item[] =>
  (items.some(({ id }) => id === fresh.id) ? items : [...items, fresh]).map((item) =>
    item.id === fresh.id ? change(item) : item,
  )

function openAfter(open: Summary['open'], key: string, seenAt: Millis | undefined): Summary['open'] {
  const { [key]: _, ...rest } = open
  return seenAt === undefined ? rest : { ...rest, [key]: seenAt }
}
