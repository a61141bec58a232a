import { systemClock } from '@docent/core'
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
const engine = createFuseEngine(articles, 'en', systemClock)
const find = async (query: string): Promise<string[]> =>
  (await engine.search(query, 10)).map(({ article }) => article.id)

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
  for (const [what, query, best] of cases) it(`finds ${what}`, async () => expect((await find(query))[0]).toBe(best))

  it('finds nothing for nothing, for signs and for what is not there', async () => {
    for (const query of ['', '   ', '?!', 'zzzzqqq']) expect(await find(query)).toEqual([])
  })

  it('finds words that are usually left out when there are no others', async () => {
    expect(await find('which')).toEqual(['vat'])
  })

  it('leaves out what is far behind the best', async () => {
    expect(await find('cancel plan')).toEqual(['cancel'])
  })

  it('keeps to the limit, and to the order of the index where two are equally good', async () => {
    const twins = createFuseEngine(
      [entry('x', { title: 'Alpha' }), entry('y', { title: 'Alpha' }), entry('z', { title: 'Alpha' })],
      'en',
      systemClock,
    )
    expect((await twins.search('alpha', 10)).map(({ article }) => article.id)).toEqual(['x', 'y', 'z'])
    expect(await twins.search('alpha', 2)).toHaveLength(2)
  })

  it('marks what it found', async () => {
    const [first] = await engine.search('vat count', 1)
    expect(first?.title.ranges).toEqual([[6, 9]])
    expect(first?.excerpt.text.slice(...(first.excerpt.ranges[0] ?? []))).toBe('count')
  })

  it('takes any text as it is: operators of fuse.js have no meaning', async () => {
    for (const query of ["'send", '!send', '^send', '=send | plan', 'send$', '"', '\\', '((('])
      await expect(find(query)).resolves.toBeDefined()
    expect((await find('!send'))[0]).toBe('send')
  })
})

describe('the engine in other scripts', () => {
  it('finds Chinese words where there are no spaces', async () => {
    const chinese = createFuseEngine(
      [
        entry('a', { title: '如何更改发票的税率' }),
        entry('b', { title: '邀请同事' }),
        entry('c', { title: '取消订阅' }),
      ],
      'zh',
      systemClock,
    )
    expect((await chinese.search('税率', 3))[0]?.article.id).toBe('a')
    expect((await chinese.search('邀请', 3))[0]?.article.id).toBe('b')
  })

  it('finds Japanese words', async () => {
    const japanese = createFuseEngine(
      [entry('a', { title: '請求書を送る' }), entry('b', { title: 'パスワードを変更する' })],
      'ja',
      systemClock,
    )
    expect((await japanese.search('パスワード', 3))[0]?.article.id).toBe('b')
    expect((await japanese.search('請求書', 3))[0]?.article.id).toBe('a')
  })

  it('finds Russian words in another ending', async () => {
    const russian = createFuseEngine(
      [entry('a', { title: 'Отправить счёт' }), entry('b', { title: 'Изменить пароль' })],
      'ru',
      systemClock,
    )
    expect((await russian.search('смена пароля', 3))[0]?.article.id).toBe('b')
    expect((await russian.search('счета', 3))[0]?.article.id).toBe('a')
  })
})
