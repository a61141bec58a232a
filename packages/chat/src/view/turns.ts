import type { Bubble } from '../thread.ts'

/** Bubbles of one author in a row, drawn as a group. */
export interface Turn {
  readonly key: string
  readonly mine: boolean
  readonly bubbles: readonly Bubble[]
  /** A line with day and time stands before it. */
  readonly at?: number
  /** "New" stands before it. */
  readonly fresh: boolean
}

/** A pause after which the time is said again, in ms. */
const pauseMs = 30 * 60_000
/** Bubbles further apart than this are not one turn, in ms. */
const turnMs = 5 * 60_000

export function turnsOf(bubbles: readonly Bubble[], firstUnread: string | undefined): readonly Turn[] {
  const turns: { -readonly [K in keyof Turn]: Turn[K] extends readonly Bubble[] ? Bubble[] : Turn[K] }[] = []
  let before: Bubble | undefined
  for (const bubble of bubbles) {
    const current = turns.at(-1)
    const gapMs = before ? bubble.at - before.at : Number.POSITIVE_INFINITY
    const fresh = bubble.key === firstUnread
    const said =
      gapMs > pauseMs ||
      (before !== undefined && new Date(before.at).toDateString() !== new Date(bubble.at).toDateString())
    const joins = current && current.mine === bubble.mine && before?.author.id === bubble.author.id && gapMs < turnMs
    if (joins && !fresh && !said) current.bubbles.push(bubble)
    else turns.push({ key: bubble.key, mine: bubble.mine, bubbles: [bubble], fresh, ...(said && { at: bubble.at }) })
    before = bubble
  }
  return turns
}
