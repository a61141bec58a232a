import type { RecordedEvent } from '@docent/protocol'
import type { FeatureContext } from '../feature.ts'

/** When the visitor signed up, in ms since 1970, as a trait says it: a date or ms. */
export function signedUpAt(value: unknown): number | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : value
  return typeof at === 'number' && Number.isFinite(at) ? at : undefined
}

/** The first milestone: what the team's time to value is made of. */
export function tellActivation(
  { visitor, track }: Pick<FeatureContext, 'visitor' | 'track'>,
  { name, at }: RecordedEvent,
): void {
  const from = signedUpAt(visitor.peek().traits.signedUpAt)
  track('activation_reached', {
    milestone: name,
    ...(from !== undefined && { ms_since_signup: Math.max(0, at - from) }),
  })
}
