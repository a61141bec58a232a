import { expect, it } from 'vitest'
import { pips } from './pips.ts'

it('shows a mark for each step, and which one it is', () => {
  const drawn = pips(document, 1, 3, 'Step 2 of 3')
  expect([...drawn.querySelectorAll('i')].map(({ className }) => className)).toEqual(['', 'on', ''])
  expect(drawn.textContent).toBe('Step 2 of 3')
})

it('says it in figures where the marks would not fit, once to screen readers', () => {
  expect(pips(document, 0, 6, '').querySelectorAll('i')).toHaveLength(6)
  const drawn = pips(document, 6, 7, 'Step 7 of 7')
  expect(drawn.querySelector('i')).toBeNull()
  expect(drawn.querySelector('[aria-hidden=true]')?.textContent).toBe('7/7')
  expect(drawn.querySelector('.hidden')?.textContent).toBe('Step 7 of 7')
})
