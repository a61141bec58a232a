import { describe, expect, it } from 'vitest'
import { createFakeClock } from './fake-clock.ts'

const forever = () => new AbortController().signal

describe('createFakeClock', () => {
  it('wakes those who wait in the order of their times, each at its own time', async () => {
    const clock = createFakeClock(1000)
    const woken: [string, number][] = []
    const wait = async (name: string, ms: number) => {
      await clock.wait(ms, forever())
      woken.push([name, clock.now()])
    }
    void wait('late', 30)
    void wait('early', 10).then(() => wait('again', 15))
    await clock.advance(29)
    expect(woken).toEqual([
      ['early', 1010],
      ['again', 1025],
    ])
    expect(clock.waiting()).toBe(1)
    await clock.advance(1)
    expect(woken.at(-1)).toEqual(['late', 1030])
  })

  it('stands still otherwise', async () => {
    const clock = createFakeClock(0)
    let woken = false
    void clock.wait(0, forever()).then(() => {
      woken = true
    })
    await Promise.resolve()
    expect([clock.now(), woken]).toEqual([0, false])
    await clock.advance(0)
    expect(woken).toBe(true)
  })

  it('ends a wait at once when its signal aborts', async () => {
    const clock = createFakeClock()
    const ended = new AbortController()
    const waits = [clock.wait(1000, ended.signal), clock.wait(1000, AbortSignal.abort())]
    ended.abort()
    await Promise.all(waits)
    expect(clock.waiting()).toBe(0)
  })
})
