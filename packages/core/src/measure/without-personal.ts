import type { RecordedEvent } from '@docent/protocol'
import { detailsOf } from './details-of.ts'

const email = /[^\s@]+@[^\s@]+\.[^\s@]+/g
const number = /\+?\d[\d\s().-]*\d|\d/g

/** What people type is recorded without addresses and numbers: `my iban LV80 1234 from ada@x.com` → `my iban LV… from …`. */
export const withoutPersonal = (text: string): string => text.replace(email, '…').replace(number, '…')

/** The event as it may leave the browser: what the visitor typed is in `text`, everything else was written by the team. */
export function recordable(event: RecordedEvent): RecordedEvent {
  const details = detailsOf(event)
  const text = details?.text
  return typeof text === 'string' ? { ...event, data: { ...details, text: withoutPersonal(text) } } : event
}
