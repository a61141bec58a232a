import { DocentError } from '@docent/core'
import { describe, expect, it } from 'vitest'
import { checkFaqOptions } from './check-options.ts'
import type { FaqOptions } from './options.ts'

const good = { id: 'log-in', title: 'How do I log in?', body: 'With your e-mail.' }

describe('checkFaqOptions', () => {
  it('takes what is right', () => {
    for (const options of [
      undefined,
      {},
      { content: '/help' },
      { content: 'https://cdn.example/help/' },
      { articles: [] },
      { articles: [good, { ...good, id: 'b', category: 'A', body: ['x'] }] },
    ])
      expect(() => checkFaqOptions(options as FaqOptions)).not.toThrow()
  })

  const wrong: readonly (readonly [options: unknown, code: string, said: string])[] = [
    ['/help', 'option-invalid', 'not an object'],
    [{ contents: '/help' }, 'option-unknown', '`contents`'],
    [{ content: 7 }, 'option-invalid', '`content` is 7'],
    [{ content: '' }, 'option-invalid', '`content` is ""'],
    [{ content: 'javascript:alert(1)' }, 'option-invalid', '`content` is "javascript'],
    [{ offlinePictures: 'all' }, 'option-invalid', '`offlinePictures` is "all"'],
    [{ articles: {} }, 'option-invalid', '`articles` is not a list'],
    [{ articles: ['x'] }, 'option-invalid', '`articles[0]` is not an object'],
    [{ articles: [{ ...good, id: 'a/b' }] }, 'option-invalid', '`articles[0].id` is "a/b"'],
    [{ articles: [{ ...good, title: ' ' }] }, 'option-invalid', '`articles[0].title`'],
    [{ articles: [{ ...good, body: '' }] }, 'option-invalid', '`articles[0].body`'],
    [{ articles: [{ ...good, category: 3 }] }, 'option-invalid', '`articles[0].category`'],
    [{ articles: [good, good] }, 'option-invalid', '`articles[1].id` is "log-in" again'],
  ]
  for (const [options, code, said] of wrong)
    it(`refuses ${JSON.stringify(options)}`, () => {
      const check = (): void => checkFaqOptions(options as FaqOptions)
      expect(check).toThrow(DocentError)
      expect(check).toThrow(said)
      expect(check).toThrow(expect.objectContaining({ code }))
    })
})
