import { expect, it } from 'vitest'
import { type FileLimits, maxWaitingBytes, takeFiles } from './take-files.ts'

const megabyte = 1024 * 1024
const limits: FileLimits = { maxBytes: 10 * megabyte, accept: ['*/*'], perMessage: 4 }
/** A file that says how large it is, without being it. */
const fileOf = (name: string, bytes = 10, type = ''): File =>
  Object.defineProperty(new File([], name, { type }), 'size', { value: bytes })
const namesOf = (answer: ReturnType<typeof takeFiles>) => answer.taken.map(({ part }) => part.name)
const take = (files: readonly File[], more: Partial<FileLimits> = {}, waitingBytes = 0) =>
  takeFiles(files, [], waitingBytes, { ...limits, ...more })

it('takes what the backend takes', () => {
  const answer = take([fileOf('a.png'), fileOf('b', limits.maxBytes)])
  expect([namesOf(answer), answer.problem]).toEqual([['a.png', 'b'], undefined])
})

it.each([
  ['is empty', fileOf('a', 0), {}, 0, 'compose.empty'],
  ['is too large', fileOf('a', limits.maxBytes + 1), {}, 0, 'compose.too-large'],
  ['does not fit beside what waits', fileOf('a', 2), {}, maxWaitingBytes - 1, 'compose.too-much'],
  ['is of another kind', fileOf('a.exe', 1, 'application/x-msdownload'), { accept: ['image/*'] }, 0, 'compose.kind'],
])('a file that %s is left out, and it is said why', (_, file, more, waiting, key) => {
  const answer = take([file, fileOf('good.png', 1, 'image/png')], more, waiting)
  expect([namesOf(answer), answer.problem]).toMatchObject([['good.png'], { key, name: file.name }])
})

it('leaves room for a text, also over several choices', () => {
  const chosen = takeFiles([fileOf('a')], [], 0, limits).taken
  const answer = takeFiles([fileOf('b'), fileOf('c'), fileOf('d')], chosen, 0, limits)
  expect([namesOf(answer), answer.problem]).toMatchObject([['b', 'c'], { key: 'compose.too-many', limit: 3 }])
})

it('counts what is chosen already against what may wait', () => {
  const huge = { ...limits, maxBytes: maxWaitingBytes }
  const chosen = takeFiles([fileOf('a', maxWaitingBytes - 5)], [], 0, huge).taken
  expect(takeFiles([fileOf('b', 6)], chosen, 0, limits).problem?.key).toBe('compose.too-much')
})

it.each([
  [['image/*'], 'a.png', 'image/png', true],
  [['image/png'], 'a.jpg', 'image/jpeg', false],
  [['.PDF'], 'Bill.pdf', 'application/pdf', true],
  [['.pdf', 'text/plain'], 'a.txt', 'text/plain', true],
  [['image/*'], 'a', 'imagery/png', false],
  [[], 'a.png', 'image/png', false],
])('reads %j as browsers do: %s', (accept, name, type, taken) => {
  expect(namesOf(take([fileOf(name, 1, type)], { accept }))).toEqual(taken ? [name] : [])
})
