import type { Step } from './plan.ts'
import type { Random } from './random.ts'

/** Some steps; what they leave open is chance. */
export type Scene = (random: Random) => readonly (Pick<Step, 'what'> & Partial<Step>)[]

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at))

/** What chance alone finds once in thousands of runs, and what rules are about. */
export const scenes: readonly Scene[] = [
  // Who is signed in has nothing stored on a second device, and hears something there.
  () => [
    { what: 'identity-changed' },
    { what: 'tab-opens', who: 1, afterMs: 500 },
    { what: 'identity-changed', who: 1 },
    { what: 'visitor-looks', who: 1, afterMs: 500 },
    { what: 'agent-says', afterMs: 1000 },
  ],
  // Several calls of one page find their token expired.
  () => [
    { what: 'identity-changed' },
    { what: 'visitor-starts', afterMs: 1000 },
    { what: 'visitor-starts' },
    { what: 'token-expired', afterMs: 3000 },
    { what: 'visitor-writes' },
    { what: 'visitor-writes', where: 1, afterMs: 0 },
  ],
  // Two tabs write at once, and read what the other has written.
  () => [
    { what: 'tab-opens' },
    { what: 'visitor-starts', afterMs: 500 },
    ...times(12, (at) => ({ what: 'visitor-writes', who: at, where: at % 3, afterMs: at % 4 }) as const),
  ],
  // The first thing that is said in a browser is cut off on its way.
  (random) => [
    { what: 'tab-opens', who: 1 },
    { what: 'network-down', forMs: 3000 },
    { what: 'visitor-starts', who: 1 },
    { what: 'storage-slow', afterMs: 2900, forMs: 4000 },
    { what: 'tab-crashed', who: 1, afterMs: Math.round(random.between(200, 1500)) },
    { what: 'tab-opens', who: 1, afterMs: 500 },
  ],
  // The team changes what is being fetched.
  (random) => [
    ...times(4, () => ({ what: 'agent-says', afterMs: 100 }) as const),
    { what: 'tab-reloaded', afterMs: 500 },
    { what: 'answers-reordered', afterMs: 500, forMs: 5000 },
    { what: 'visitor-looks' },
    ...times(4, (who) => ({ what: 'agent-edits', who, afterMs: Math.round(random.between(20, 300)) }) as const),
  ],
  // What was missed cannot be fetched at first.
  () => [
    { what: 'agent-says', afterMs: 500 },
    { what: 'answer-cut', forMs: 8000 },
    { what: 'link-cut' },
    { what: 'events-forgotten' },
    { what: 'agent-says' },
  ],
  // The tab that is connected loses its link while it sends, and another one takes its turn.
  (random) => [
    { what: 'tab-opens' },
    { what: 'server-slow', afterMs: 1000, forMs: 10_000 },
    { what: 'visitor-starts' },
    { what: 'visitor-writes' },
    { what: 'link-cut', afterMs: Math.round(random.between(100, 1500)) },
    ...times(3, (at) => ({ what: 'visitor-writes', who: at, afterMs: 70 }) as const),
  ],
  // Whoever was finding out who the visitor is sleeps, and another tab has found out by then.
  (random) => [
    { what: 'tab-opens', who: 1 },
    { what: 'visitor-starts', who: 1, afterMs: 500 },
    { what: 'device-slept', who: 1, afterMs: Math.round(random.between(20, 140)), forMs: 14_000 },
    { what: 'tab-opens', who: 1, afterMs: 3500 },
    { what: 'visitor-looks', who: 1, afterMs: 15_000 },
  ],
  // The team changes an old message while one of two tabs is away, and the other one has the connection.
  () => [
    { what: 'agent-says', afterMs: 500 },
    { what: 'tab-opens', afterMs: 50 },
    ...times(5, () => ({ what: 'visitor-writes', afterMs: 300 }) as const),
    { what: 'tab-frozen', who: 1, afterMs: 3000, forMs: 3000 },
    { what: 'agent-edits', afterMs: 500 },
  ],
]

/** The visitor signs in and out again and again, with tabs that come and are away. */
export const crowd = (steps: readonly Step[]): readonly Step[] =>
  steps.flatMap((step, at): readonly Step[] => {
    if (at % 4 === 1) return [step, { ...step, what: 'identity-changed', who: step.who % 4 ? 0 : 1 }]
    if (at % 5 === 2) return [step, { ...step, what: 'tab-opens', who: 0 }]
    return at % 7 === 3 ? [step, { ...step, what: 'tab-frozen' }] : [step]
  })
