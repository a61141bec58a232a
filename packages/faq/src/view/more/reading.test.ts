import { afterEach, expect, it } from 'vitest'
import { createTestModel, twoArticles } from '../../test-context.ts'
import { rate, ratingOf, tellViewed } from './reading.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

async function create() {
  const test = await createTestModel()
  ends.push(test.scope.dispose)
  return test
}

it('remembers the last article and counts it once', async () => {
  const { context, model, trail, tracked } = await create()
  const [send, vat] = twoArticles
  for (const article of [send, send, vat]) if (article) tellViewed(context, model, article)
  expect(trail.article).toEqual({ id: 'vat', title: 'Which VAT rate is used?' })
  expect(tracked).toEqual(['article_viewed {"id":"send"}', 'article_viewed {"id":"vat"}'])
  expect([...model.read]).toEqual(['send', 'vat'])
})

it('keeps what the visitor said of an article', async () => {
  const { context, entries, tracked } = await create()
  expect(ratingOf(context, 'send')).toBeUndefined()
  rate(context, 'send', false)
  expect(ratingOf(context, 'send')).toBe(false)
  expect(entries.value.get('faq/send/helpful')).toMatchObject({ value: false, merge: 'last' })
  expect(tracked).toEqual(['article_rated {"id":"send","helpful":false}'])
})
