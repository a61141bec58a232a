import type { Translate } from '@docent/core'
import { EmptyState, Icon, iconAlert, iconRetry, SkeletonLines } from '@docent/ui/parts'
import type { helpMessages } from '../messages.ts'

interface UnavailableProps {
  readonly t: Translate<typeof helpMessages>
  readonly isLoading: boolean
  /** What is missing: the whole help centre, or one article. */
  readonly what?: 'help' | 'article'
  onRetry(): void
}

/** In place of content: its shape while it comes, and what to do when it does not. */
export function Unavailable({ t, isLoading, what = 'help', onRetry }: UnavailableProps) {
  if (isLoading) return <SkeletonLines label={t('help.loading')} widths={[40, 86, 64, 40, 100, 100, 86, 100, 64]} />
  const isArticle = what === 'article'
  return (
    <EmptyState icon={iconAlert} title={t(isArticle ? 'help.article-failed' : 'help.failed')}>
      <p>{t(isArticle ? 'help.article-failed-why' : 'help.failed-why')}</p>
      <button type="button" class="button" onClick={onRetry}>
        <Icon path={iconRetry} small />
        {t('help.retry')}
      </button>
    </EmptyState>
  )
}
