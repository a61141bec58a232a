import { DocentError } from '@docent/core'
import { ruleProblem } from '@docent/core/rules'
import type { ChecklistOptions } from './options.ts'
import { takenIds } from './taken-ids.ts'

type Loose = Record<string, unknown>

function fail(problem: string, remedy: string): never {
  throw new DocentError('option-invalid', problem, remedy)
}
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Checks what a host passed to `checklist()`, once, at `createDocent()`.
 * @throws DocentError `option-invalid`, with the path of the offending field and how to mend it
 */
export function checkChecklistOptions(options: ChecklistOptions): void {
  const { checklists } = isRecord(options) ? (options as Loose) : ({} as Loose)
  if (!Array.isArray(checklists)) fail('`checklists` is not a list', 'Pass checklist({ checklists: [ … ] })')
  eachWithId(checklists as unknown[], 'checklists', (checklist, at) => {
    checkText(checklist.title, `${at}.title`)
    checkRule(checklist.when, `${at}.when`)
    if (!Array.isArray(checklist.tasks) || checklist.tasks.length === 0)
      fail(`\`${at}.tasks\` has no task`, 'Give the checklist at least one task')
    const tasks = checklist.tasks as unknown[]
    eachWithId(tasks, `${at}.tasks`, checkTask)
    checkRewards(checklist, tasks as Loose[], at)
    if (!['any', 'listed', undefined].includes(checklist.order as undefined))
      fail(`\`${at}.order\` is ${JSON.stringify(checklist.order)}`, 'Use "any" or "listed"')
    checkRequires(tasks as Loose[], `${at}.tasks`)
  })
}

function eachWithId(list: readonly unknown[], at: string, check: (item: Loose, at: string) => void): void {
  const seen = new Map<unknown, number>()
  list.forEach((item, index) => {
    const here = `${at}[${index}]`
    if (!isRecord(item)) fail(`\`${here}\` is not an object`, 'Write { id, title, … }')
    const { id } = item
    if (typeof id !== 'string' || !/^[\w.-]{1,80}$/.test(id))
      fail(`\`${here}.id\` is ${JSON.stringify(id)}`, 'Use 1 to 80 letters, digits, dots, dashes or underscores')
    if (seen.has(id)) fail(`\`${here}.id\` is "${id}", as is \`${at}[${seen.get(id)}].id\``, 'Give each its own id')
    seen.set(id, index)
    check(item, here)
  })
}

function checkTask(task: Loose, at: string): void {
  if (takenIds.includes(task.id as string))
    fail(`\`${at}.id\` is "${task.id}", which Docent uses itself`, 'Choose another id')
  checkText(task.title, `${at}.title`)
  if (task.doneWhen === undefined && task.byHand !== true)
    fail(
      `\`${at}.doneWhen\` is missing`,
      "Say when it is done, for example { kind: 'event', name: 'invoice_created' }, or set byHand",
    )
  if (task.reopens && task.doneWhen === undefined)
    fail(`\`${at}.reopens\` has no \`doneWhen\` to watch`, 'Leave it out: what is done by hand is undone by hand')
  checkRule(task.doneWhen, `${at}.doneWhen`)
  checkRule(task.when, `${at}.when`)
  for (const name of ['byHand', 'reopens', 'required'])
    if (task[name] !== undefined && typeof task[name] !== 'boolean')
      fail(`\`${at}.${name}\` is ${JSON.stringify(task[name])}`, 'Use true or false')
  const { points } = task
  if (points !== undefined && !(typeof points === 'number' && points >= 0 && points < Infinity))
    fail(`\`${at}.points\` is ${JSON.stringify(points)}`, 'Give a number from 0, or leave it out')
  const { minutes } = task
  if (minutes !== undefined && !(typeof minutes === 'number' && minutes > 0 && minutes < Infinity))
    fail(`\`${at}.minutes\` is ${JSON.stringify(minutes)}`, 'Give a number of minutes above 0, or leave it out')
  checkAction(task.action, `${at}.action`)
  checkAction(task.help, `${at}.help`)
}

function checkText(text: unknown, at: string): void {
  if (typeof text !== 'string' || !text.trim()) fail(`\`${at}\` is not a text`, 'Write what the visitor reads there')
}

function checkRule(rule: unknown, at: string): void {
  const problem = rule === undefined ? undefined : ruleProblem(rule, at)
  if (problem) fail(problem, 'See the guide on rules for every kind and its fields')
}

const neededBy: Readonly<Record<string, string>> = { page: 'url', guide: 'id', article: 'id', chat: '', run: 'name' }

function checkAction(action: unknown, at: string): void {
  if (action === undefined) return
  const kind = isRecord(action) ? String(action.kind) : ''
  const field = neededBy[kind]
  if (!isRecord(action) || field === undefined)
    fail(`\`${at}.kind\` is "${kind}"`, `Use one of ${Object.keys(neededBy).join(', ')}`)
  if (field && typeof action[field] !== 'string') fail(`\`${at}.${field}\` is missing`, `A "${kind}" action needs it`)
}

function checkRewards({ milestones, badge }: Loose, tasks: readonly Loose[], at: string): void {
  if (badge !== undefined) checkText(badge, `${at}.badge`)
  if (milestones === undefined) return
  if (!Array.isArray(milestones))
    fail(`\`${at}.milestones\` is not a list`, 'Write [{ id, title, after: ["task-id"] }]')
  eachWithId(milestones, `${at}.milestones`, (milestone, here) => {
    checkText(milestone.title, `${here}.title`)
    if (milestone.badge !== undefined) checkText(milestone.badge, `${here}.badge`)
    const { after } = milestone
    if (!Array.isArray(after) || after.length === 0) fail(`\`${here}.after\` names no task`, 'Write ["task-id"]')
    const stranger = after.find((id) => !tasks.some((task) => task.id === id))
    if (stranger !== undefined)
      fail(`\`${here}.after\` has "${stranger}", which is no task here`, `Use the id of a task in \`${at}.tasks\``)
  })
}

/** Every `requires` names a task of the list, and no task waits for itself, directly or in a circle. */
function checkRequires(tasks: readonly Loose[], at: string): void {
  const requires = (id: unknown): readonly unknown[] => {
    const found = tasks.find((task) => task.id === id)?.requires
    return Array.isArray(found) ? found : []
  }
  tasks.forEach(({ id, requires: given }, index) => {
    if (given !== undefined && !Array.isArray(given))
      fail(`\`${at}[${index}].requires\` is not a list`, 'Write ["task-id"]')
    requires(id).forEach((needed, place) => {
      if (!tasks.some((task) => task.id === needed))
        fail(
          `\`${at}[${index}].requires[${place}]\` is "${needed}", which is no task here`,
          `Use the id of a task in \`${at}\``,
        )
    })
    const seen = new Set<unknown>()
    const walk = (from: unknown, way: readonly unknown[]): void => {
      for (const needed of requires(from)) {
        if (needed === id)
          fail(`\`${at}[${index}].requires\` goes in a circle: ${[...way, needed].join(' → ')}`, 'Remove one of them')
        if (!seen.has(needed)) walk(needed, [...way, needed])
        seen.add(needed)
      }
    }
    walk(id, [id])
  })
}
