import type { FeatureContext } from '@docent/core'
import { Failed, SkeletonLines } from '@docent/ui/parts'
import { helpMessages } from '../messages.ts'

interface UnavailableProps {
  readonly context: FeatureContext
  readonly isLoading: boolean
  /** What is missing, where that is not the whole help centre. */
  readonly title?: string
  readonly why?: string
  onRetry(): void
}

/** In place of content: its shape while it comes, and what to do when it does not. */
export function Unavailable({ context, isLoading, title, why, onRetry }: UnavailableProps) {
  const t = context.translator(helpMessages)
  return isLoading ? (
    <SkeletonLines label={t('help.loading')} />
  ) : (
    <Failed context={context} title={title ?? t('help.failed')} why={why ?? t('help.failed-why')} onRetry={onRetry} />
  )
}
