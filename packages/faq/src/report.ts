import { type FeatureContext, type HelpSummary, readOne } from '@docent/core'
import type { HelpTally } from '@docent/core/help-summary'

/** Whoever asks for suggestions has begun to write to the team: told once, until it is sent. */
export function tellBegun(context: Pick<FeatureContext, 'track' | 'onTrack'>): (text: string) => void {
  let hasBegun = false
  context.onTrack(({ name }) => {
    if (name === 'conversation_started') hasBegun = false
  })
  return (text) => {
    if (hasBegun || !text.trim()) return
    hasBegun = true
    context.track('question_begun')
  }
}

/** What was counted of this visitor, by a chunk that only those who ask load. */
export async function readReport({ storage, past, clock }: FeatureContext): Promise<HelpSummary> {
  const { helpReport, summaryKey } = await import('@docent/core/help-summary')
  const kept = await readOne<{ readonly help?: HelpTally }>(storage, summaryKey)
  return helpReport(kept?.help, past, clock.now())
}
