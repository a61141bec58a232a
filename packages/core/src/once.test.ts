import { expect, it, vi } from 'vitest'
import { once } from './once.ts'

it('loads once for everyone', async () => {
  const load = vi.fn(async () => ({}))
  const get = once(load)
  const [a, b] = await Promise.all([get(), get()])
  expect(a).toBe(b)
  expect(await get()).toBe(a)
  expect(load).toHaveBeenCalledTimes(1)
})

it('forgets a failure, so that the next one loads again', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('network')).mockResolvedValue('loaded')
  const get = once(load)
  await expect(get()).rejects.toThrow('network')
  expect(await get()).toBe('loaded')
})
