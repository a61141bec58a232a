import { violations } from '../../support/axe.ts'
import { expect, test } from '../../support/test.ts'
import { card, openWith, press, start, tracked } from '../support/open.ts'

const text = 'It takes a moment.'
const nps = { kind: 'rating', from: 0, to: 10, lowest: 'Not likely', highest: 'Very likely' }
const tours = [
  {
    id: 'nps',
    steps: [
      {
        id: 'score',
        kind: 'question',
        title: 'Would you recommend us?',
        text,
        question: nps,
        next: [{ to: 'why', answer: { atMost: 6 } }, { to: 'thanks' }],
      },
      { id: 'why', kind: 'question', title: 'What is missing?', text, question: { kind: 'text' } },
      {
        id: 'where',
        kind: 'question',
        title: 'Where did you hear of us?',
        text,
        question: { kind: 'choice', options: ['A friend', 'A search'] },
      },
      { id: 'thanks', title: 'Thank you', text },
    ],
  },
]

test('an answer leads on, is tracked and kept, and reaches the server', async ({ page, host }) => {
  await openWith(page, host, { tours })
  const sent = page.waitForRequest(
    (request) =>
      request.url().includes('/v1/commands') && (request.postData() ?? '').includes('guide/nps/answer/score'),
  )
  await start(page, 'nps')
  const first = card(page, 'Would you recommend us?')
  await expect(first.getByRole('radio')).toHaveCount(11)
  const boxes = await Promise.all((await first.getByRole('radio').all()).map((radio) => radio.boundingBox()))
  expect(new Set(boxes.map((box) => Math.round(box?.y ?? 0))).size, 'rows').toBe(1)
  expect(Math.min(...boxes.map((box) => box?.width ?? 0)), 'room for a finger').toBeGreaterThanOrEqual(24)
  expect(await violations(page, 'docent-widget')).toEqual([])
  await first.getByRole('radio', { name: '3', exact: true }).check()
  await press(page, 'Would you recommend us?')
  expect((await (await sent).response())?.ok()).toBe(true)
  await card(page, 'What is missing?').getByRole('textbox').fill('A dark mode')
  await press(page, 'What is missing?')
  await card(page, 'Where did you hear of us?').getByRole('radio', { name: 'A friend' }).check()
  await press(page, 'Where did you hear of us?')
  await press(page, 'Thank you', 'Back')
  await expect(card(page, 'Where did you hear of us?')).toBeVisible()
  await press(page, 'Where did you hear of us?')
  await press(page, 'Thank you', 'Done')
  expect((await tracked(page, 'question_answered')).map(({ data }) => data)).toEqual([
    { tour: 'nps', step: 'score', answer: 3 },
    { tour: 'nps', step: 'why', answer: 'A dark mode' },
    { tour: 'nps', step: 'where', answer: 'A friend' },
  ])
})

test('nobody has to answer', async ({ page, host }) => {
  await openWith(page, host, { tours })
  await start(page, 'nps')
  await press(page, 'Would you recommend us?')
  await expect(card(page, 'Thank you')).toBeVisible()
  expect(await tracked(page, 'question_answered')).toEqual([])
})
