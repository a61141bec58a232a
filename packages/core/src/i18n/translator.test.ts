import { expect, it } from 'vitest'
import { createTranslator } from './translator.ts'

const messages = {
  hello: 'Hello {name}, {name}!',
  unread: { one: '{count} message', other: '{count} messages' },
  files: { one: '{count} soubor', few: '{count} soubory', other: '{count} souborů' },
}

it('fills in values, all of them, and leaves what is missing as it stands', () => {
  const t = createTranslator(() => 'en', messages)
  expect(t('hello', { name: 'Ada' })).toBe('Hello Ada, Ada!')
  expect(t('hello', { other: 1 })).toBe('Hello {name}, {name}!')
  expect(t('unread', { count: 0 })).toBe('0 messages')
})

it('chooses the plural by the rules of the locale of the moment', () => {
  let locale = 'en'
  const t = createTranslator(() => locale, messages)
  expect([1, 2, 5].map((count) => t('unread', { count }))).toEqual(['1 message', '2 messages', '5 messages'])
  locale = 'cs'
  expect([1, 2, 5].map((count) => t('files', { count }))).toEqual(['1 soubor', '2 soubory', '5 souborů'])
  expect(t('unread', { count: 2 })).toBe('2 messages')
})

it('own words go before those in the code, also with other plural forms', () => {
  const t = createTranslator(() => 'en', messages, { hello: 'Hi', unread: '{count} new' })
  expect([t('hello'), t('unread', { count: 1 })]).toEqual(['Hi', '1 new'])
})

it('takes words in another language by the words in the code, and those by key before them', () => {
  const ru = { 'Hello {name}, {name}!': 'Привет, {name}!', hello: 'Здравствуйте, {name}!' }
  expect(createTranslator(() => 'ru', messages, ru)('hello', { name: 'Ada' })).toBe('Здравствуйте, Ada!')
  const { hello: _, ...byWords } = ru
  expect(createTranslator(() => 'ru', messages, byWords)('hello', { name: 'Ada' })).toBe('Привет, Ada!')
})

it('shows the key where there are no words', () => {
  expect(createTranslator(() => 'en', messages)('missing' as 'hello')).toBe('missing')
})
