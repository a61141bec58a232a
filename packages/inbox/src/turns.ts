import type { Bubble } from './thread.ts'

/** Bubbles of one author in a row, drawn as a group. */
export interface Turn {
  readonly key: string
  readonly bubbles: readonly [Bubble, ...Bubble[]]
  /** A line with day and time stands before it. */
  readonly saysTime: boolean
  /** "New" stands before it. */
  readonly fresh: boolean
}

/** A pause after which the time is said again, in ms. */
const pauseMs = 30 * 60_000
/** Bubbles further apart than this are not one turn, in ms. */
const turnMs = 5 * 60_000

const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString()

export function turnsOf(bubbles: readonly Bubble[], firstUnreadKey: string | undefined): readonly Turn[] {
  const turns: (Omit<Turn, 'bubbles'> & { bubbles: [Bubble, ...Bubble[]] })[] = []
  let before: Bubble | undefined
  for (const bubble of bubbles) {
    const fresh = bubble.key === firstUnreadKey
    const saysTime = !before || bubble.at - before.at > pauseMs || !isSameDay(before.at, bubble.at)
    const current = turns.at(-1)
    if (current && before && !fresh && !saysTime && areOneTurn(before, bubble)) current.bubbles.push(bubble)
    else turns.push({ key: bubble.key, bubbles: [bubble], saysTime, fresh })
    before = bubble
  }
  return turns
}

const areOneTurn = (a: Bubble, b: Bubble): boolean =>
  a.side === b.side && a.side !== 'note' && a.author.id === b.author.id && b.at - a.at < turnMs
