import { type Fault, faultNames, type LastingFault, lastingFaults } from './faults.ts'
import { createRandom, type Random } from './random.ts'
import { crowd, scenes } from './scenes.ts'
import type { ServerProfile } from './server.ts'

/** What people do, beside what goes wrong. */
export const acts = [
  'visitor-starts',
  'visitor-writes',
  'visitor-looks',
  'tab-opens',
  'agent-says',
  'agent-edits',
  'agent-removes',
  'agent-types',
  'agent-reads',
  'agent-closes',
  'agent-streams',
] as const
export type Act = (typeof acts)[number]

/** One thing that happens. Which tab or conversation it happens to, and for how long, is in plain numbers: so any step can be left out. */
export interface Step {
  /** ms since the step before. */
  readonly afterMs: number
  readonly what: Act | Fault
  readonly who: number
  readonly where: number
  readonly forMs: number
}

export interface Plan {
  readonly seed: number
  readonly profile: ServerProfile
  readonly steps: readonly Step[]
}

const actWeights: Readonly<Record<Act, number>> = {
  'visitor-starts': 3,
  'visitor-writes': 12,
  'visitor-looks': 2,
  'tab-opens': 3,
  'agent-says': 8,
  'agent-edits': 2,
  'agent-removes': 1,
  'agent-types': 1,
  'agent-reads': 1,
  'agent-closes': 1,
  'agent-streams': 1,
}
const weighted = acts.flatMap((act) => Array<Act>(actWeights[act]).fill(act))

/** Of so many seeds one begins with a scene in any case. */
const kinds = 8
const kindOfScenes = 2

/** What happens in the run of this seed. @param isCrowded People sign in and out all the time, with tabs that come and are away. */
export function createPlan(seed: number, isCrowded = false): Plan {
  const random = createRandom(seed)
  const count = 6 + random.below(30)
  const kind = seed % kinds
  const chosen = random.chance(0.1) ? random.below(scenes.length) : undefined
  const scene = scenes[chosen ?? (kind === kindOfScenes ? Math.floor(seed / kinds) % scenes.length : -1)]
  const staged = scene?.(createRandom(~seed)) ?? []
  const some = [
    ...staged.map((step) => ({ ...stepOf(random), who: 0, where: 0, afterMs: 50, ...step })),
    ...Array.from({ length: count }, () => stepOf(random)),
  ]
  const steps = isCrowded ? crowd(some) : some
  const profile = { resume: random.chance(0.8) ? 'cursor' : 'history', idempotency: 'server' } as const
  return {
    seed,
    profile,
    steps: [{ ...stepOf(random), what: 'visitor-starts' }, ...steps],
  }
}

function stepOf(random: Random): Step {
  const isFault = random.chance(0.4)
  const what = isFault ? faultNames[random.below(faultNames.length)] : weighted[random.below(weighted.length)]
  // Mostly while something is under way, sometimes after a rest.
  const afterMs = random.chance(0.75) ? random.between(0, 60) : random.between(60, random.chance(0.2) ? 90_000 : 4000)
  const lasting = what !== undefined && what in lastingFaults
  return {
    afterMs: Math.round(afterMs),
    what: what ?? 'visitor-writes',
    who: random.below(60),
    where: random.below(60),
    forMs: Math.round(lasting ? random.between(20, 20_000) : random.between(50, random.chance(0.1) ? 400_000 : 15_000)),
  }
}

export const isLasting = (what: Act | Fault): what is LastingFault => what in lastingFaults
