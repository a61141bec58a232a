import { EmptyState, Header, iconBook } from '@docent/ui/parts'
import { useEffect } from 'preact/hooks'
import { helpMessages } from '../../messages.ts'
import { articleOf } from '../../reduce.ts'
import { ArticleList } from '../ArticleList.tsx'
import { AskFoot } from '../AskFoot.tsx'
import { Article } from '../article/Article.tsx'
import { Body } from '../Body.tsx'
import type { HelpViewProps } from '../HelpPanel.tsx'
import type { HelpRoute } from '../route.ts'
import { Unavailable } from '../Unavailable.tsx'
import { moreMessages } from './messages.ts'

/** An article, or why it is not there. */
export function ArticleView(props: HelpViewProps & { readonly route: Extract<HelpRoute, { kind: 'article' }> }) {
  const { context, model, places, visit, route } = props
  const t = context.translator(moreMessages)
  const general = context.translator(helpMessages)
  const state = model.state.value
  const { entry, body, status } = articleOf(state, route.id)
  const category = state.content?.categories.find(({ id }) => id === entry?.category)
  const need = (): void => void model.need(route.id)
  // Before there is content, it is on its way.
  useEffect(() => void (state.content && need()), [state.content])
  useEffect(() => {
    if (entry && status === 'ready') model.viewed(entry)
  }, [status])
  const related = state.content?.articles
    .filter(({ id, category }) => category === entry?.category && id !== entry.id)
    .slice(0, 3)
  const [lastSearch] = model.trail.searches
  const lastArticle = entry && { id: entry.id, title: entry.title }
  return (
    <>
      <Header context={context} onBack={places.back}>
        <p class="faint grow one">{category?.title}</p>
      </Header>
      <Body key={status} visit={visit} class={status === 'ready' ? 'article' : 'blank'} lang={state.content?.locale}>
        {status === 'ready' && entry && body ? (
          <>
            <Article {...props} entry={entry} body={body} heading={route.heading} />
            <ArticleList title={t('help.read-next')} entries={related} onOpen={places.go} />
          </>
        ) : status === 'unknown' ? (
          <EmptyState icon={iconBook} title={t('help.gone')}>
            <p>{t('help.gone-why')}</p>
            <button type="button" class="button" onClick={() => context.open('faq')}>
              {t('help.all')}
            </button>
          </EmptyState>
        ) : (
          <Unavailable
            t={general}
            isLoading={status === 'loading'}
            title={t('help.article-failed')}
            why={t('help.article-failed-why')}
            onRetry={need}
          />
        )}
      </Body>
      {lastArticle && (
        <AskFoot context={context} draft={{ context: { lastArticle, ...(lastSearch && { lastSearch }) } }} />
      )}
    </>
  )
}
