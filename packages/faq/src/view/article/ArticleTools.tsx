import type { FeatureContext, Translate } from '@docent/core'
import { Icon } from '@docent/ui/parts'
import { type Signal, useSignalEffect } from '@preact/signals'
import type { RefObject } from 'preact'
import { iconNarrow, iconPrint, iconWide } from './icons.ts'
import type { articleMessages } from './messages.ts'

interface ArticleToolsProps {
  readonly context: FeatureContext
  readonly t: Translate<typeof articleMessages>
  readonly text: RefObject<HTMLElement | null>
  readonly title: string
  /** Outlives the article: the next one is read as wide. */
  readonly isWide: Signal<boolean>
}

/** Reading in a wide panel, and on paper. */
export function ArticleTools({ context, t, text, title, isWide }: ArticleToolsProps) {
  useSignalEffect(() => {
    const panel = text.current?.closest('.panel')
    panel?.toggleAttribute('data-wide', isWide.value)
    return () => panel?.removeAttribute('data-wide')
  })
  const print = (): void =>
    void import('./print-article.ts').then(
      ({ printArticle }) => text.current && printArticle(text.current, title),
      context.report,
    )
  return (
    <span class="row tight" data-screen>
      <button
        type="button"
        class="tool wider"
        aria-label={t('help.wide')}
        aria-pressed={isWide.value}
        onClick={() => (isWide.value = !isWide.value)}
      >
        <Icon path={isWide.value ? iconNarrow : iconWide} small />
      </button>
      <button type="button" class="tool" aria-label={t('help.print')} onClick={print}>
        <Icon path={iconPrint} small />
      </button>
    </span>
  )
}
