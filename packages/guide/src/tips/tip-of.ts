import type { TipKind } from '../options.ts'

/** What is said at a control, and why. */
export interface Tip {
  readonly control: HTMLElement
  readonly kind: TipKind
  readonly text: string
}

/** The host, or the browser after the visitor has tried, says that it does not accept what is in the field. */
export const isWrong = (control: Element): boolean =>
  (control.getAttribute('aria-invalid') ?? 'false') !== 'false' || control.matches(':user-invalid')

/** The browser accepts what is in the field. */
export const isGood = (control: Element): boolean => {
  const { validity, value } = control as HTMLInputElement
  return validity?.valid === true && value !== '' && !isWrong(control)
}

/** What the markup of a control says now: why it failed goes before what it accepts. */
export function tipOf(control: HTMLElement): Tip | undefined {
  const { docentTip, docentTerm, docentValidate, docentError } = control.dataset ?? {}
  if (docentError && isWrong(control)) return { control, kind: 'error', text: docentError }
  if (docentValidate) return { control, kind: 'validate', text: docentValidate }
  if (docentTerm) return { control, kind: 'term', text: docentTerm }
  return docentTip ? { control, kind: 'tip', text: docentTip } : undefined
}
