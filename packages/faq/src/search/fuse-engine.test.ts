import type { HelpArticleEntry } from '@docent/protocol'
import { describe, expect, it } from 'vitest'
import { entry } from '../test-context.ts'
import { createFuseEngine } from './fuse-engine.ts'

const articles: readonly HelpArticleEntry[] = [
  entry('send', { title: 'Send an invoice', lead: 'Press Send. Your client gets an e-mail with a link.' }),
  entry('correct', { title: 'Correct an invoice', lead: 'Change it and keep its number, or write a credit note.' }),
  entry('vat', {
    title: 'Which VAT rate is used?',
    lead: 'The rate comes from the country of the client.',
    keywords: ['mwst', 'sales tax'],
  }),
  entry('cancel', { title: 'Cancel your plan', lead: 'Your data stays for 90 days.' }),
  entry('cards', { title: 'Take card payments', lead: 'Connect a provider.', headings: ['Refund a payment'] }),
  entry('members', { title: 'Invite a colleague', lead: 'They get a role: café owner, accountant.' }),
]
const engine = createFuseEngine(articles, 'en')
const find = (query: string): string[] => engine.search(query, { limit: 10 }).map(({ article }) => article.id)

describe('the engine over fuse.js', () => {
  const cases: readonly (readonly [what: string, query: string, best: string])[] = [
    ['words of a title', 'send invoice', 'send'],
    ['another order of the words', 'rate vat', 'vat'],
    ['a question', 'how do I cancel my plan?', 'cancel'],
    ['a beginning', 'canc', 'cancel'],
    ['a word cut off while typing', 'correct inv', 'correct'],
    ['a typing slip', 'cancle', 'cancel'],
    ['a missing letter', 'colleage', 'members'],
    ['a keyword', 'mwst', 'vat'],
    ['a heading', 'refund', 'cards'],
    ['the beginning of the text', 'credit note', 'correct'],
    ['capitals', 'VAT RATE', 'vat'],
    ['accents left out', 'cafe', 'members'],
    ['accents put in', 'çancel', 'cancel'],
  ]
  for (const [what, query, best] of cases) it(`finds ${what}`, () => expect(find(query)[0]).toBe(best))

  it('finds nothing for nothing, for signs and for what is not there', () => {
    for (const query of ['', '   ', '?!', 'zzzzqqq']) expect(find(query)).toEqual([])
  })

  it('finds words that are usually left out when there are no others', () => {
    expect(find('which')).toEqual(['vat'])
  })

  it('leaves out what is far behind the best', () => {
    expect(find('cancel plan')).toEqual(['cancel'])
  })

  it('keeps to the limit, and to the order of the index where two are equally good', () => {
    const twins = createFuseEngine(
      [entry('x', { title: 'Alpha' }), entry('y', { title: 'Alpha' }), entry('z', { title: 'Alpha' })],
      'en',
    )
    expect(twins.search('alpha', { limit: 10 }).map(({ article }) => article.id)).toEqual(['x', 'y', 'z'])
    expect(twins.search('alpha', { limit: 2 })).toHaveLength(2)
  })

  it('marks what it found', () => {
    const [first] = engine.search('vat count', { limit: 1 })
    expect(first?.title.ranges).toEqual([[6, 9]])
    expect(first?.excerpt.text.slice(...(first.excerpt.ranges[0] ?? []))).toBe('count')
  })

  it('takes any text as it is: operators of fuse.js have no meaning', () => {
    for (const query of ["'send", '!send', '^send', '=send | plan', 'send$', '"', '\\', '((('])
      expect(() => find(query)).not.toThrow()
    expect(find('!send')[0]).toBe('send')
  })
})

describe('the engine in other scripts', () => {
  it('finds Chinese words where there are no spaces', () => {
    const chinese = createFuseEngine(
      [
        entry('a', { title: '如何更改发票的税率' }),
        entry('b', { title: '邀请同事' }),
        entry('c', { title: '取消订阅' }),
      ],
      'zh',
    )
    expect(chinese.search('税率', { limit: 3 })[0]?.article.id).toBe('a')
    expect(chinese.search('邀请', { limit: 3 })[0]?.article.id).toBe('b')
  })

  it('finds Japanese words', () => {
    const japanese = createFuseEngine(
      [entry('a', { title: '請求書を送る' }), entry('b', { title: 'パスワードを変更する' })],
      'ja',
    )
    expect(japanese.search('パスワード', { limit: 3 })[0]?.article.id).toBe('b')
    expect(japanese.search('請求書', { limit: 3 })[0]?.article.id).toBe('a')
  })

  it('finds Russian words in another ending', () => {
    const russian = createFuseEngine(
      [entry('a', { title: 'Отправить счёт' }), entry('b', { title: 'Изменить пароль' })],
      'ru',
    )
    expect(russian.search('смена пароля', { limit: 3 })[0]?.article.id).toBe('b')
    expect(russian.search('счета', { limit: 3 })[0]?.article.id).toBe('a')
  })
})
