import { DocentError } from '@docent/core'
import { ruleProblem } from '@docent/core/rules'
import { checkNudges } from './nudges/check-nudges.ts'
import { type GuideOptions, isAddress } from './options.ts'

type Loose = Record<string, unknown>

function fail(problem: string, remedy: string): never {
  throw new DocentError('option-invalid', problem, remedy)
}
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

/**
 * Checks what a host passed to `guide()`, once, at `createDocent()`.
 * @throws DocentError `option-invalid`, with the path of the offending field and how to mend it
 */
export function checkGuideOptions(options: GuideOptions = {}): void {
  if (!isRecord(options)) fail('guide() was given no object', 'Pass guide({ tours: [ … ], tips: [ … ] })')
  eachWithId(options.tours ?? [], 'tours', (tour, at) => {
    checkRule(tour.when, `${at}.when`)
    if (tour.priority !== undefined && typeof tour.priority !== 'number')
      fail(`\`${at}.priority\` is not a number`, 'Higher goes first; leave it out for 0')
    if (!Array.isArray(tour.steps) || tour.steps.length === 0)
      fail(`\`${at}.steps\` has no step`, 'Give the tour at least one step')
    eachWithId(tour.steps, `${at}.steps`, checkStep)
    checkWay(tour.steps, `${at}.steps`)
  })
  checkNudges(options.nudges)
  eachWithId(options.tips ?? [], 'tips', (tip, at) => {
    checkText(tip.text, `${at}.text`)
    checkTarget(tip.target, `${at}.target`)
    if (tip.kind !== undefined && !tipKinds.includes(String(tip.kind)))
      fail(`\`${at}.kind\` is "${tip.kind}"`, `Use one of ${tipKinds.join(', ')}`)
  })
}

function eachWithId(list: unknown, at: string, check: (item: Loose, at: string) => void): void {
  if (!Array.isArray(list)) fail(`\`${at}\` is not a list`, 'Write [ … ]')
  const seen = new Map<unknown, number>()
  list.forEach((item: unknown, index) => {
    const here = `${at}[${index}]`
    if (!isRecord(item)) fail(`\`${here}\` is not an object`, 'Write { id, … }')
    const { id } = item
    if (typeof id !== 'string' || !/^[\w.-]{1,80}$/.test(id))
      fail(`\`${here}.id\` is ${JSON.stringify(id)}`, 'Use 1 to 80 letters, digits, dots, dashes or underscores')
    if (seen.has(id)) fail(`\`${here}.id\` is "${id}", as is \`${at}[${seen.get(id)}].id\``, 'Give each its own id')
    seen.set(id, index)
    check(item, here)
  })
}

const tipKinds = ['tip', 'term', 'validate', 'error']
const placements = ['top', 'bottom', 'start', 'end']
const advanceFields: Readonly<Record<string, string>> = { button: '', click: '', page: 'path', event: 'name' }
const actionFields: Readonly<Record<string, string>> = { page: 'url', guide: 'id', article: 'id', chat: '' }

function checkStep(step: Loose, at: string): void {
  checkText(step.title, `${at}.title`)
  checkText(step.text, `${at}.text`)
  if (step.page !== undefined && !isText(step.page))
    fail(`\`${at}.page\` is not an address`, 'Write a path such as /invoices')
  if (step.target !== undefined) checkTarget(step.target, `${at}.target`)
  if (step.placement !== undefined && !placements.includes(String(step.placement)))
    fail(`\`${at}.placement\` is "${step.placement}"`, `Use one of ${placements.join(', ')}`)
  checkKind(step.advance, `${at}.advance`, advanceFields)
  checkKind(step.action, `${at}.action`, actionFields)
  if (isRecord(step.advance) && step.advance.kind === 'click' && step.target === undefined)
    fail(
      `\`${at}.advance\` waits for a click, but the step has no target`,
      'Give it a target, or let it advance by its button',
    )
  const { waitMs } = step
  if (waitMs !== undefined && !(typeof waitMs === 'number' && waitMs >= 0 && waitMs < Infinity))
    fail(`\`${at}.waitMs\` is ${JSON.stringify(waitMs)}`, 'Give a number of milliseconds, or leave it out for 8000')
}

function checkText(text: unknown, at: string): void {
  if (!isText(text)) fail(`\`${at}\` is not a text`, 'Write what the visitor reads there')
}

function checkRule(rule: unknown, at: string): void {
  const problem = rule === undefined ? undefined : ruleProblem(rule, at)
  if (problem) fail(problem, 'See the guide on rules for every kind and its fields')
}

function checkKind(value: unknown, at: string, fields: Readonly<Record<string, string>>): void {
  if (value === undefined) return
  const kind = isRecord(value) ? String(value.kind) : ''
  const field = fields[kind]
  if (!isRecord(value) || field === undefined)
    fail(`\`${at}.kind\` is "${kind}"`, `Use one of ${Object.keys(fields).join(', ')}`)
  if (field && !isText(value[field])) fail(`\`${at}.${field}\` is missing`, `The kind "${kind}" needs it`)
}

const locatorRemedy =
  'Write a CSS selector, or { testId }, { role, name }, { label }, { text } or { css }, or a list of these'

function checkTarget(target: unknown, at: string): void {
  if (isText(target)) return
  if (Array.isArray(target)) {
    if (target.length === 0) fail(`\`${at}\` is an empty list`, locatorRemedy)
    target.forEach((locator, index) => {
      checkTarget(isRecord(locator) ? locator : {}, `${at}[${index}]`)
    })
    return
  }
  const fields = isRecord(target) ? Object.keys(target).sort().join() : ''
  if (
    !isRecord(target) ||
    !['testId', 'name,role', 'label', 'text', 'css'].includes(fields) ||
    !Object.values(target).every(isText)
  )
    fail(`\`${at}\` does not say what to point at`, locatorRemedy)
}

/** "Next" must be able to get there: from a step that ends with the button, a pattern on another page is out of reach. */
function checkWay(steps: readonly Loose[], at: string): void {
  steps.forEach(({ page }, index) => {
    const before = steps[index - 1]
    const byButton = !isRecord(before?.advance) || before.advance.kind === 'button'
    if (!before || !byButton || typeof page !== 'string' || isAddress(page) || page === before.page) return
    fail(
      `\`${at}[${index}].page\` is the pattern "${page}", which the button of the step before cannot go to`,
      'Give an address, or let the step before advance by click, page or event',
    )
  })
}
