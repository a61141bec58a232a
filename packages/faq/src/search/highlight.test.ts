import { describe, expect, it } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { highlight } from './highlight.ts'
import { isNear } from './is-near.ts'
import type { MarkedText } from './search-engine.ts'

const show = ({ text, ranges }: MarkedText): string =>
  [...ranges]
    .reverse()
    .reduce((marked, [from, to]) => `${marked.slice(0, from)}[${marked.slice(from, to)}]${marked.slice(to)}`, text)

const mark = (text: string, terms: readonly string[]): MarkedText =>
  highlight(text, terms, (word) => terms.some((term) => !word.startsWith(term) && isNear(word, term)))

describe('highlight', () => {
  const cases: readonly (readonly [text: string, terms: readonly string[], marked: string])[] = [
    ['Which VAT rate is used?', ['vat', 'rat'], 'Which [VAT] [rat]e is used?'],
    ['Celebrate', ['rat'], 'Celebrate'],
    ['Invoices and an invoice', ['invoice'], '[Invoice]s and an [invoice]'],
    ['Send an invoice', ['invocie'], 'Send an [invoice]'],
    ['Send an invoice', ['invoce'], 'Send an [invoice]'],
    ['Send an invoice', ['invoyce'], 'Send an [invoice]'],
    ['Set the rate', ['sat'], 'Set the rate'],
    ['Straße, Ångström, naïve', ['angstrom', 'naive'], 'Straße, [Ångström], [naïve]'],
    ['Изменить счёт', ['счет'], 'Изменить [счёт]'],
    ['发票的税率', ['税率'], '发票的[税率]'],
    ['請求書の税率を変更', ['税率', '請求'], '[請求]書の[税率]を変更'],
    ['ガイド', ['カイト'], '[ガイド]'],
    ['ﬁle a claim', ['file'], '[ﬁle] a claim'],
    ['👍 VAT', ['vat'], '👍 [VAT]'],
    ['a b', ['a'], '[a] b'],
    ['abc', ['a'], 'abc'],
    ['', ['a'], ''],
  ]
  for (const [text, terms, marked] of cases)
    it(`marks ${terms.join(' ')} in "${text}"`, () => expect(show(mark(text, terms))).toBe(marked))

  it('marks what overlaps once', () => {
    expect(mark('rates', ['rat', 'rates']).ranges).toEqual([[0, 5]])
  })
})

describe('excerptOf', () => {
  const long =
    'Nothing of this is what was searched for, and it goes on for quite some time before the word invoice comes.'

  it('starts near the first match when that is far from the beginning', () => {
    expect(show(excerptOf(mark(long, ['invoice'])))).toBe('…some time before the word [invoice] comes.')
  })

  it('leaves a text alone whose first lines match, or that has no match', () => {
    for (const terms of [['nothing', 'invoice'], ['zebra']]) {
      const marked = mark(long, terms)
      expect(excerptOf(marked)).toBe(marked)
    }
  })
})
