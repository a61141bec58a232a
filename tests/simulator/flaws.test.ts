import { describe, expect, it } from 'vitest'
import { loadSimulation } from './bundle.ts'
import { flaws } from './flaws.ts'
import { noticeFlaw } from './notice-flaw.ts'

const sound = await loadSimulation()

describe('the simulator', () => {
  // From a fixed seed on, so that this is not about luck.
  it.each(flaws.filter(({ isRare }) => !isRare))(
    'notices an engine that breaks $name',
    { timeout: 240_000 },
    async (flaw) => {
      expect(await noticeFlaw(sound, await loadSimulation(flaw.changes), 1000)).toBeGreaterThan(0)
    },
  )

  it('is tried with a flaw for every rule of the engine', () => {
    const rules = new Set(flaws.map(({ name }) => name.split(' ')[0]))
    expect([...rules]).toEqual(Array.from({ length: 14 }, (_, index) => `E${index + 1}`))
  })
})
