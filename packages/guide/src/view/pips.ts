import { element } from './element.ts'

/** More than this do not fit beside the buttons; then it is said in figures. */
const most = 6

/** How far a tour is. */
export const pips = (page: Document, index: number, count: number, label: string): HTMLElement =>
  element(
    page,
    'span',
    { class: 'pips' },
    element(page, 'span', { class: 'hidden' }, label),
    ...(count > most
      ? [element(page, 'span', { class: 'faint num', 'aria-hidden': 'true' }, `${index + 1}/${count}`)]
      : Array.from({ length: count }, (_, place) => element(page, 'i', place === index ? { class: 'on' } : {}))),
  )
