import type { Company } from '../../shared/records.ts'
import { readableOn } from './readable-on.ts'

/** The company's initials on its colour; on invoices and in the navigation. */
export function CompanyMark({
  company,
  isLarge,
}: {
  readonly company: Pick<Company, 'initials' | 'colour'>
  readonly isLarge?: boolean
}) {
  const { initials, colour } = company
  return (
    <span
      class={isLarge ? 'mark large' : 'mark'}
      style={{ background: colour, color: readableOn(colour) }}
      aria-hidden="true"
    >
      {initials}
    </span>
  )
}
