import type { FeatureContext } from '@docent/core'
import { uiMessages } from '../messages.ts'
import { EmptyState } from './EmptyState.tsx'
import { iconAlert } from './icons.ts'

interface FailedProps {
  readonly context: Pick<FeatureContext, 'translator'>
  /** What failed. Default: this part of the panel. */
  readonly title?: string | undefined
  readonly why?: string | undefined
  onRetry(): void
}

/** In place of what could not be loaded: that it could not, and another try. */
export const Failed = ({ context, title, why, onRetry }: FailedProps) => {
  const t = context.translator(uiMessages)
  return (
    <EmptyState icon={iconAlert} title={title ?? t('panel.failed')}>
      <p>{why ?? t('panel.failed-why')}</p>
      <button type="button" class="button" onClick={onRetry}>
        {t('panel.retry')}
      </button>
    </EmptyState>
  )
}
