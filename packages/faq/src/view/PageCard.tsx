import type { FeatureContext } from '@docent/core'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { HelpModel } from '../model.ts'
import { ArticleItem } from './ArticleItem.tsx'

const label = { 'help.for-page': 'For this page' } as const

/** What the help centre says about the page the visitor is on. */
export function PageCard({ context, load }: { context: FeatureContext; load: () => Promise<HelpModel> }) {
  const model = useSignal<HelpModel | undefined>(undefined)
  useEffect(() => {
    load().then((loaded) => {
      model.value = loaded
      // Without a connection this card is not there; the help centre itself says why.
      loaded.load().catch(() => {})
    }, context.report)
  }, [])
  const entries = model.value?.forPage() ?? []
  if (entries.length === 0) return null
  return (
    <section class="card list">
      <h2 class="eyebrow">{context.translator(label)('help.for-page')}</h2>
      {entries.map((entry) => (
        <ArticleItem key={entry.id} entry={entry} onOpen={(id) => context.open('faq', id)} />
      ))}
    </section>
  )
}
