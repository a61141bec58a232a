import { describe, expect, it } from 'vitest'
import { createSearch, type SearchableArticle } from './create-search.ts'

const article = (id: string, title: string, body = '', more: Partial<SearchableArticle> = {}): SearchableArticle => ({
  id,
  title,
  body,
  ...more,
})
const filler = Array.from({ length: 20 }, (_, number) => article(`other-${number}`, `Something else ${number}`))
const ids = (search: ReturnType<typeof createSearch>, query: string, locale?: string): string[] =>
  search.search(query, { ...(locale && { locale }) }).map(({ id }) => id)

describe('createSearch', () => {
  const search = createSearch([
    article('send', 'Send an invoice', 'Press **Send**. Your client gets an e-mail with a link.'),
    article('correct', 'Correct an invoice', 'Change it and keep its number, or write a credit note.'),
    article('vat', 'Which VAT rate is used?', 'The rate comes from the country.', { keywords: ['mwst', 'sales tax'] }),
    article('cancel', 'Cancel your plan', 'Your data stays for 90 days.'),
    article(
      'cards',
      'Take card payments',
      '## Refund a payment\n\nConnect a [provider](https://stripe.example/zebra).',
    ),
    article('members', 'Invite a colleague', 'They get a role: café owner, accountant.'),
    article('wifi', 'Wi-Fi printers', 'Screenshots are not printed.'),
    ...filler,
  ])
  const cases: readonly (readonly [what: string, query: string, best: string])[] = [
    ['words of a title', 'send invoice', 'send'],
    ['another order of the words', 'rate vat', 'vat'],
    ['a question', 'how do I cancel my plan?', 'cancel'],
    ['a beginning', 'canc', 'cancel'],
    ['a beginning with a slip', 'invtie a coll', 'members'],
    ['a word cut off while typing', 'correct inv', 'correct'],
    ['two neighbours swapped', 'cancle', 'cancel'],
    ['a missing letter', 'colleage', 'members'],
    ['a wrong letter', 'imvite', 'members'],
    ['another ending', 'sending invoices', 'send'],
    ['a keyword', 'mwst', 'vat'],
    ['a heading', 'refunds', 'cards'],
    ['the text', 'credit note', 'correct'],
    ['capitals', 'VAT RATE', 'vat'],
    ['accents left out', 'cafe', 'members'],
    ['accents put in', 'çancel', 'cancel'],
    ['words that were joined', 'wifi', 'wifi'],
    ['words that were split', 'screen shot', 'wifi'],
    ['words that were run together', 'cardpayments', 'cards'],
    ['a possessive', 'colleague’s role', 'members'],
  ]
  for (const [what, query, best] of cases) it(`finds ${what}`, () => expect(ids(search, query)[0]).toBe(best))

  it('finds nothing for nothing, for signs, for addresses of links and for what is not there', () => {
    for (const query of ['', '   ', '?!', 'zzzzqqq', 'zebra stripe']) expect(ids(search, query)).toEqual([])
  })

  it('gives scores from 0 to 1, best first, at most as many as asked for', () => {
    const hits = search.search('else something', { limit: 5 })
    expect(hits).toHaveLength(5)
    for (const [index, { score }] of hits.entries()) {
      expect(score).toBeGreaterThan(0)
      expect(score).toBeLessThanOrEqual(hits[index - 1]?.score ?? 1)
    }
  })

  it('is surer of an article that has all of the query than of one that has a part', () => {
    const score = (query: string): number => search.search(query)[0]?.score ?? 0
    expect(score('cancel your plan')).toBeGreaterThan(2 * score('cancel my zebra crossing appointment'))
  })

  it('takes no articles, and an empty one', () => {
    expect(createSearch([]).search('a')).toEqual([])
    expect(createSearch([article('x', '')]).search('a')).toEqual([])
  })
})

describe('languages', () => {
  const search = createSearch([
    article('zh-vat', '如何更改发票的税率', '打开设置。', { locale: 'zh' }),
    article('zh-invite', '邀请同事', '', { locale: 'zh' }),
    article('ja-send', '請求書を送る', '', { locale: 'ja' }),
    article('ja-pass', 'パスワードを変更する', '', { locale: 'ja' }),
    article('ko-pass', '비밀번호를 변경하는 방법', '', { locale: 'ko' }),
    article('ko-send', '청구서 보내기', '', { locale: 'ko' }),
    article('th-pass', 'เปลี่ยนรหัสผ่าน', '', { locale: 'th' }),
    article('th-send', 'ส่งใบแจ้งหนี้', '', { locale: 'th' }),
    article('ru-send', 'Отправить счёт', '', { locale: 'ru' }),
    article('ru-pass', 'Изменить пароль', '', { locale: 'ru' }),
    article('lv-send', 'Nosūtīt rēķinu', '', { locale: 'lv' }),
    article('lv-pass', 'Mainīt paroli', '', { locale: 'lv' }),
    article('de-print', 'Druckereinrichtung', '', { locale: 'de' }),
    article('de-number', 'Rechnungsnummer ändern', '', { locale: 'de' }),
    article('de-bill', 'Rechnung schreiben', 'Die Nummer entsteht von selbst.', { locale: 'de' }),
    article('de-street', 'Straße ändern', '', { locale: 'de' }),
    article('ar-print', 'إعداد الطابعة', '', { locale: 'ar' }),
    article('ar-account', 'إنشاء حساب', '', { locale: 'ar' }),
  ])
  const cases: readonly (readonly [locale: string, query: string, best: string])[] = [
    ['zh', '税率', 'zh-vat'],
    ['zh', '怎么邀请', 'zh-invite'],
    ['ja', 'パスワード', 'ja-pass'],
    ['ja', '請求書', 'ja-send'],
    ['ko', '비밀번호', 'ko-pass'],
    ['ko', '청구서를', 'ko-send'],
    ['th', 'รหัสผ่าน', 'th-pass'],
    ['ru', 'счета', 'ru-send'],
    ['ru', 'смена пароля', 'ru-pass'],
    ['lv', 'rekins', 'lv-send'],
    ['lv', 'paroles maiņa', 'lv-pass'],
    ['de', 'drucker einrichten', 'de-print'],
    ['de', 'strasse', 'de-street'],
    ['de', 'ändern nummer', 'de-number'],
    ['de', 'Rechnungsschreibung', 'de-bill'],
    ['ar', 'طابعه', 'ar-print'],
    ['ar', 'الحساب', 'ar-account'],
  ]
  for (const [locale, query, best] of cases)
    it(`finds ${query} (${locale})`, () => expect(ids(search, query, locale)[0]).toBe(best))

  it('searches the nearest language, and all where none is named', () => {
    expect(ids(search, 'rekins', 'lv-LV')).toEqual(['lv-send'])
    expect(ids(search, 'rekins', 'ru')).toEqual([])
    expect(ids(search, 'rekins')).toEqual(['lv-send'])
  })
})

describe('synonyms', () => {
  const articles = [article('delete', 'Delete your account'), article('login', 'Sign in'), ...filler]

  it('are not used unless asked for', () => {
    expect(ids(createSearch(articles), 'erase')).toEqual([])
  })

  it('find an article by another word, in another ending and by a phrase', () => {
    const search = createSearch(articles, { synonyms: true })
    expect(ids(search, 'erasing')[0]).toBe('delete')
    expect(ids(search, 'log in')[0]).toBe('login')
  })

  it('never put it above one with the word itself', () => {
    const search = createSearch([...articles, article('erase', 'Erase your account')], { synonyms: true })
    expect(ids(search, 'erase account').slice(0, 2)).toEqual(['erase', 'delete'])
  })

  it('may be the owner’s', () => {
    const search = createSearch(articles, { synonyms: [['nuke', 'delete']] })
    expect(ids(search, 'nuke')).toEqual(['delete'])
    expect(ids(search, 'erase')).toEqual([])
  })
})
