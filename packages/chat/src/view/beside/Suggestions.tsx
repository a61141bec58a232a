import type { ArticleSuggestion } from '@docent/core'
import { Icon, iconNext } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ViewContext } from '../view-context.ts'
import { besideMessages } from './beside-messages.ts'

/** Articles that may answer the question while it is being written; from the third word on. */
export const Suggestions = ({ view }: { view: ViewContext }) => {
  const { context, model } = view
  const t = context.translator(besideMessages)
  const found = useSignal<readonly ArticleSuggestion[]>([])
  const text = model.drafts.get('new')
  useEffect(() => {
    const suggest = context.services.get('suggestArticles')
    if (!suggest || text.trim().split(/\s+/).length < 3) {
      found.value = []
      return
    }
    let current = true
    suggest(text, 3).then((articles) => void (current && (found.value = articles)), context.report)
    return () => void (current = false)
  }, [text])
  if (found.value.length === 0) return null
  return (
    <section aria-label={t('beside.may-help')}>
      <h3 class="eyebrow">{t('beside.may-help')}</h3>
      <div class="card list">
        {found.value.map(({ id, title }) => (
          <button key={id} type="button" class="item" onClick={() => context.open('faq', id)}>
            <span class="grow one">{title}</span>
            <Icon path={iconNext} small flip />
          </button>
        ))}
      </div>
    </section>
  )
}
