import { expect, it } from 'vitest'
import { recordable, withoutPersonal } from './without-personal.ts'

it.each([
  ['where is invoice 2044?', 'where is invoice …?'],
  ['mail me at ada.berg+x@brightwater.example please', 'mail me at … please'],
  ['+371 2912-3456 is my phone', '… is my phone'],
  ['IBAN LV80 BANK 0000 4351 9500 1', 'IBAN LV… BANK …'],
  ['как изменить ставку 21%', 'как изменить ставку …%'],
  ['no secrets', 'no secrets'],
])('%s', (text, kept) => {
  expect(withoutPersonal(text)).toBe(kept)
})

it('only what was typed is changed: ids of the team keep their numbers', () => {
  expect(recordable({ name: 'help_searched', at: 1, data: { text: 'ada@x.example', results: 0 } }).data).toEqual({
    text: '…',
    results: 0,
  })
  expect(recordable({ name: 'article_viewed', at: 1, data: { id: 'plan-2026' } }).data).toEqual({ id: 'plan-2026' })
  expect(recordable({ name: 'mine', at: 1, data: ['a', 1] }).data).toEqual(['a', 1])
})
