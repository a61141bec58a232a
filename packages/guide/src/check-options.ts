import { DocentError } from '@docent/core'
import { ruleProblem } from '@docent/core/rules'
import { checkNudges } from './nudges/check-nudges.ts'
import type { GuideOptions } from './options.ts'

type Loose = Record<string, unknown>

/** What `isAddress()` says no to; it is in the file of tours, which is not to be loaded where they are only checked. */
const pagePattern = /\*|\/:/

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
    checkRule(tour.until, `${at}.until`)
    checkPriority(tour.priority, at)
    if (!Array.isArray(tour.steps) || tour.steps.length === 0)
      fail(`\`${at}.steps\` has no step`, 'Give the tour at least one step')
    eachWithId(tour.steps, `${at}.steps`, checkStep)
    checkBranches(tour.steps, `${at}.steps`)
    checkWay(tour.steps, `${at}.steps`)
  })
  checkNudges(options.nudges)
  eachWithId(options.tips ?? [], 'tips', (tip, at) => {
    checkText(tip.text, `${at}.text`)
    checkTarget(tip.target, `${at}.target`)
    if (tip.kind !== undefined && !tipKinds.includes(String(tip.kind)))
      fail(`\`${at}.kind\` is "${tip.kind}"`, `Use one of ${tipKinds.join(', ')}`)
  })
  eachWithId(options.hotspots ?? [], 'hotspots', (hotspot, at) => {
    checkText(hotspot.title, `${at}.title`)
    checkTarget(hotspot.target, `${at}.target`)
    checkNotice(hotspot, at)
  })
  eachWithId(options.banners ?? [], 'banners', (banner, at) => {
    if (!['top', 'bottom', undefined].includes(banner.edge as string | undefined))
      fail(`\`${at}.edge\` is "${banner.edge}"`, 'Use top or bottom')
    checkPriority(banner.priority, at)
    checkNotice(banner, at)
  })
  checkIds(options)
}

function checkNotice({ text, when, until, action }: Loose, at: string): void {
  checkText(text, `${at}.text`)
  checkRule(when, `${at}.when`)
  checkRule(until, `${at}.until`)
  checkKind(action, `${at}.action`, actionFields)
}

function checkPriority(priority: unknown, at: string): void {
  if (priority !== undefined && typeof priority !== 'number')
    fail(`\`${at}.priority\` is not a number`, 'Higher goes first; leave it out for 0')
}

/** What is kept of tours, hotspots and banners is kept under their ids. */
function checkIds({ tours = [], hotspots = [], banners = [] }: GuideOptions): void {
  const ids = [...tours, ...hotspots, ...banners].map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice) fail(`The id "${twice}" is given twice`, 'Tours, hotspots and banners share one set of ids')
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
const stepKinds = ['anchored', 'modal', 'hotspot', 'banner', 'question', 'hidden']
const advanceFields: Readonly<Record<string, string>> = {
  button: '',
  click: '',
  input: '',
  page: 'path',
  event: 'name',
}
const actionFields: Readonly<Record<string, string>> = { page: 'url', guide: 'id', article: 'id', chat: '' }

function checkStep(step: Loose, at: string): void {
  const { kind = 'anchored', ifMissing } = step
  if (!stepKinds.includes(String(kind))) fail(`\`${at}.kind\` is "${kind}"`, `Use one of ${stepKinds.join(', ')}`)
  if (kind !== 'hidden') checkText(step.title, `${at}.title`)
  if (kind !== 'hidden') checkText(step.text, `${at}.text`)
  if (kind === 'hotspot' && step.target === undefined)
    fail(`\`${at}.target\` is missing`, 'A hotspot stands on something')
  if (kind === 'question') checkQuestion(step.question, `${at}.question`)
  if (isRecord(ifMissing)) checkKind(ifMissing, `${at}.ifMissing`, { article: 'id', chat: '' })
  else if (ifMissing !== undefined && !['centre', 'skip', 'end'].includes(String(ifMissing)))
    fail(`\`${at}.ifMissing\` is "${ifMissing}"`, 'Use centre, skip, end, { kind: "article", id } or { kind: "chat" }')
  if (step.page !== undefined && !isText(step.page))
    fail(`\`${at}.page\` is not an address`, 'Write a path such as /invoices')
  if (step.target !== undefined) checkTarget(step.target, `${at}.target`)
  if (step.placement !== undefined && !placements.includes(String(step.placement)))
    fail(`\`${at}.placement\` is "${step.placement}"`, `Use one of ${placements.join(', ')}`)
  checkKind(step.advance, `${at}.advance`, advanceFields)
  checkKind(step.action, `${at}.action`, actionFields)
  if (isRecord(step.advance) && /click|input/.test(String(step.advance.kind)) && step.target === undefined)
    fail(
      `\`${at}.advance\` waits for ${step.advance.kind === 'click' ? 'a click' : 'input'}, but the step has no target`,
      'Give it a target, or let it advance by its button',
    )
  const { waitMs } = step
  if (waitMs !== undefined && !(typeof waitMs === 'number' && waitMs >= 0 && waitMs < Infinity))
    fail(`\`${at}.waitMs\` is ${JSON.stringify(waitMs)}`, 'Give a number of milliseconds, or leave it out for 8000')
}

function checkQuestion(question: unknown, at: string): void {
  checkKind(question ?? {}, at, { rating: '', choice: '', text: '' })
  if (!isRecord(question)) return
  const { kind, options } = question
  const [from, to] = [Number(question.from ?? 1), Number(question.to ?? 5)]
  if (kind === 'choice' && !(Array.isArray(options) && options.length > 1 && options.every(isText)))
    fail(`\`${at}.options\` is no choice`, 'Give at least two texts')
  if (kind === 'rating' && !(Number.isInteger(from) && Number.isInteger(to) && from < to && to - from <= 10))
    fail(`\`${at}\` goes from ${from} to ${to}`, 'Give whole numbers, at most eleven: 1 to 5, or 0 to 10')
}

function checkBranches(steps: readonly Loose[], at: string): void {
  steps.forEach(({ next }, index) => {
    if (next === undefined) return
    if (!Array.isArray(next)) fail(`\`${at}[${index}].next\` is not a list`, 'Write [{ to, when }]')
    next.forEach((branch: unknown, place) => {
      const here = `${at}[${index}].next[${place}]`
      if (!isRecord(branch)) fail(`\`${here}\` is not an object`, 'Write { to, when }')
      checkRule(branch.when, `${here}.when`)
      if (branch.to !== undefined && !steps.some(({ id }) => id === branch.to))
        fail(`\`${here}.to\` is "${branch.to}", which is no step of this tour`, 'Name a step, or leave it out to end')
    })
  })
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
    if (!before || !byButton || typeof page !== 'string' || !pagePattern.test(page) || page === before.page) return
    fail(
      `\`${at}[${index}].page\` is the pattern "${page}", which the button of the step before cannot go to`,
      'Give an address, or let the step before advance by click, page or event',
    )
  })
}
