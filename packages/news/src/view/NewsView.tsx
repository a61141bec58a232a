import type { FeatureContext } from '@docent/core'
import type { Id } from '@docent/protocol'
import { EmptyState, Failed, Header, iconNews, SkeletonLines } from '@docent/ui/parts'
import { useSignal, useSignalEffect } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { newsMessages } from '../messages.ts'
import type { NewsModel } from '../model.ts'
import { Entry } from './Entry.tsx'

interface NewsViewProps {
  readonly context: FeatureContext
  readonly model: NewsModel
}

/** Everything new, newest first. What is on the screen is read; its mark stays until the visitor goes. */
export function NewsView({ context, model }: NewsViewProps) {
  const t = context.translator(newsMessages)
  const fresh = useSignal<ReadonlySet<Id>>(new Set())
  const load = (): void => void model.load().catch(() => {})
  useEffect(load, [])
  useSignalEffect(() => {
    const isOpen = context.panel.value?.feature === 'news'
    const unread = model.unread.value
    if (!isOpen || unread.size === 0) return
    fresh.value = new Set([...fresh.peek(), ...unread])
    model.see()
  })
  const { status, base, locale } = model.state.value
  const entries = model.entries.value
  return (
    <>
      <Header context={context} title={t('news.title')} />
      <div class="body stack" lang={locale || undefined}>
        {status === 'loading' && <SkeletonLines label={t('news.loading')} widths={[30, 80, 100, 64, 30, 80, 100]} />}
        {status === 'failed' && (
          <Failed context={context} title={t('news.failed')} why={t('news.failed-why')} onRetry={load} />
        )}
        {status === 'ready' && entries.length === 0 && (
          <EmptyState icon={iconNews} title={t('news.empty')}>
            <p>{t('news.empty-why')}</p>
          </EmptyState>
        )}
        {entries.map((entry) => (
          <Entry key={entry.id} context={context} t={t} base={base} entry={entry} isFresh={fresh.value.has(entry.id)} />
        ))}
      </div>
    </>
  )
}
