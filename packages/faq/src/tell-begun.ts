import type { FeatureContext } from '@docent/core'

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
