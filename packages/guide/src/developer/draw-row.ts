import type { Trace } from '@docent/core'
import { element } from '../view/element.ts'
import type { Acts } from './acts.ts'
import type { DeveloperContent, Row } from './content.ts'

const marks = { true: '✓', false: '✗', unknown: '?' } as const
const markOf = (verdict: boolean | 'unknown'): string => marks[String(verdict) as keyof typeof marks]

/** One thing that can be shown: its state, what can be done with it, and why it is or is not on the screen. */
export function drawRow(
  page: Document,
  { kind, id, state, steps, why, isRunning }: Row,
  { guide }: DeveloperContent,
  acts: Acts,
  open: ReadonlySet<string | undefined>,
): HTMLElement {
  const tour = guide?.tours?.find((one) => one.id === id)
  const button = (label: string, onclick: () => void): HTMLElement =>
    element(page, 'button', { type: 'button', class: 'link', 'aria-label': `${label}: ${id}`, onclick }, label)
  const jumps = tour ? steps.map((step) => button(step, () => acts.jump(tour, step))) : []
  const prefix = kind === 'checklist' ? `checklist/${id}/` : `guide/${id}/`
  const isOn = why?.shown || isRunning
  const row = element(
    page,
    'li',
    {},
    element(
      page,
      'p',
      { class: isOn ? 'entry on' : 'entry' },
      element(page, 'b', {}, id),
      element(page, 'span', { class: 'told' }, `${kind}, ${state}`),
    ),
    (jumps.length > 0 || kind !== 'tip') &&
      element(
        page,
        'p',
        { class: 'jumps' },
        jumps.length > 0 && element(page, 'span', { class: 'told' }, 'Go to'),
        ...jumps,
        kind !== 'tip' && button('Reset', () => void acts.reset(prefix)),
      ),
    why && drawWhy(page, why.gates, open.has(id)),
  )
  row.dataset.id = id
  return row
}

function drawWhy(page: Document, gates: NonNullable<Row['why']>['gates'], isOpen: boolean): HTMLElement {
  const blocked = gates.find(({ verdict }) => verdict !== true)
  const details = element(
    page,
    'details',
    {},
    element(page, 'summary', {}, blocked ? `Not shown: ${blocked.why}` : 'Shown'),
    element(
      page,
      'ul',
      {},
      ...gates.map(({ gate, verdict, why, trace }) =>
        element(page, 'li', {}, `${markOf(verdict)} ${gate}: ${why}`, trace?.of && drawTrace(page, trace.of)),
      ),
    ),
  )
  details.open = isOpen
  return details
}

const drawTrace = (page: Document, parts: readonly Trace[]): HTMLElement =>
  element(
    page,
    'ul',
    {},
    ...parts.map(({ verdict, read, of }) =>
      element(page, 'li', {}, `${markOf(verdict)} ${read}`, of && drawTrace(page, of)),
    ),
  )
