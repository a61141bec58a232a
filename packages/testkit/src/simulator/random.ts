/** Chance that can be had again: the same seed gives the same numbers. */
export interface Random {
  /** From 0 to below 1. */
  next(): number
  /** A whole number from 0 to below `count`. */
  below(count: number): number
  /** A number from `from` to below `to`. */
  between(from: number, to: number): number
  chance(probability: number): boolean
}

/** Mulberry32: small, fast, and good enough to find faults. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    below: (count) => Math.floor(next() * count),
    between: (from, to) => from + next() * (to - from),
    chance: (probability) => next() < probability,
  }
}
