import type { Translate } from '@docent/core'
import { EmptyState, Icon, iconAlert, iconRetry, SkeletonLines } from '@docent/ui/parts'
import type { helpMessages } from '../messages.ts'

interface UnavailableProps {
  readonly t: Translate<typeof helpMessages>
  readonly isLoading: boolean
  /** What is missing, where that is not the whole help centre. */
  readonly title?: string
  readonly why?: string
  onRetry(): void
}

/** In place of content: its shape while it comes, and what to do when it does not. */
export const Unavailable = ({
  t,
  isLoading,
  title = t('help.failed'),
  why = t('help.failed-why'),
  onRetry,
}: UnavailableProps) =>
  isLoading ? (
    <SkeletonLines label={t('help.loading')} widths={[40, 86, 64, 40, 100, 100, 86, 100, 64]} />
  ) : (
    <EmptyState icon={iconAlert} title={title}>
      <p>{why}</p>
      <button type="button" class="button" onClick={onRetry}>
        <Icon path={iconRetry} small />
        {t('help.retry')}
      </button>
    </EmptyState>
  )
