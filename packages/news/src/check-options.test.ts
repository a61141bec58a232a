import { DocentError } from '@docent/core'
import { expect, it } from 'vitest'
import { checkNewsOptions } from './check-options.ts'

it('takes what is right', () => {
  for (const options of [
    undefined,
    {},
    { content: '/help' },
    { content: 'https://cdn.example/help', unreadForDays: 0 },
  ])
    expect(() => checkNewsOptions(options)).not.toThrow()
})

it.each([
  [[], 'is not an object'],
  [{ feed: '/x' }, 'has no option `feed`'],
  [{ content: '' }, '`content` is ""'],
  [{ unreadForDays: -1 }, '`unreadForDays` is -1'],
  [{ unreadForDays: 'many' }, '`unreadForDays` is "many"'],
])('refuses %j with a word on how to mend it', (options, problem) => {
  const check = () => checkNewsOptions(options as never)
  expect(check).toThrow(DocentError)
  expect(check).toThrow(problem)
})
