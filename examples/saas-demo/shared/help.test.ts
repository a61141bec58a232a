/** The help centre is about this app: where an article states a fact that is also in the code, both say the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countries } from './countries.ts'
import { ibanProblem } from './iban.ts'
import { formatMoney, parseMoney } from './money.ts'
import { plans, trialDays } from './plans.ts'
import { vatNumberProblem } from './vat-number.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, '../help/en', path), 'utf8')

/** The cells of every row of an article's tables, without heads. */
function rows(path: string): readonly (readonly string[])[] {
  const lines = read(path).split('\n')
  const isRule = (line: string | undefined) => /^\| :?-/.test(line ?? '')
  const body = lines.filter((line, index) => line.startsWith('| ') && !isRule(line) && !isRule(lines[index + 1]))
  return body.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

describe('the help centre', () => {
  it('lists the VAT rates that the app offers', () => {
    const percent = (rates: readonly number[]) => rates.map((rate) => `${rate}%`).join(', ') || '–'
    const expected = countries.map(({ name, standard, reduced }) => [name, percent([standard]), percent(reduced)])
    const byName = (a: readonly string[], b: readonly string[]) => (a[0] ?? '').localeCompare(b[0] ?? '')
    expect([...rows('vat/vat-rates.md')].sort(byName)).toEqual([...expected].sort(byName))
  })

  it('gives examples of VAT numbers that the app accepts', () => {
    for (const [name, , , example] of rows('vat/vat-numbers.md')) {
      const country = countries.find((candidate) => candidate.name === name)
      expect([name, vatNumberProblem(country?.code ?? '', example ?? '')]).toEqual([name, undefined])
    }
  })

  it('gives the lengths of IBANs that the app checks', () => {
    const pairs = rows('payments/iban-refused.md').flatMap(([a, b, c, d]) => [
      [a, b],
      [c, d],
    ])
    for (const [name, length] of pairs) {
      const code = countries.find((country) => country.name === name)?.code
      expect(ibanProblem(`${code}00${'0'.repeat(40)}`)).toContain(`has ${length} characters`)
    }
  })

  it('reads amounts as the article on lines says', () => {
    const amounts = rows('invoices/invoice-lines.md').filter(([typed]) => typed?.startsWith('`'))
    expect(amounts.length).toBeGreaterThan(4)
    for (const [typed = '', shown] of amounts) {
      expect(formatMoney(parseMoney(typed.replaceAll('`', '')) ?? Number.NaN)).toBe(shown)
    }
  })

  it('states prices, limits and the trial as they are', () => {
    const of = (name: string) =>
      rows('account/plans.md')
        .find(([head]) => head?.startsWith(name))
        ?.slice(1)
    const limit = (count: number) => (Number.isFinite(count) ? String(count) : 'no limit')
    expect(of('A month')).toEqual(plans.map((plan) => (plan.priceCents ? `€${plan.priceCents / 100}` : 'free')))
    expect(of('New invoices')).toEqual(plans.map((plan) => limit(plan.invoicesPerMonth)))
    expect(of('Members')).toEqual(plans.map((plan) => limit(plan.members)))
    expect(of('API')).toEqual(plans.map((plan) => (plan.hasApi ? 'yes' : '–')))
    expect(read('account/trial.md')).toContain(`${trialDays} days`)
  })
})
