import type { Id } from '@docent/protocol'
import { EmptyState, Header, iconBook } from '@docent/ui/parts'
import { useEffect } from 'preact/hooks'
import type { Bodies } from '../../content/bodies.ts'
import { AskFoot } from '../AskFoot.tsx'
import { Article } from '../article/Article.tsx'
import { Body } from '../Body.tsx'
import type { HelpViewProps } from '../HelpPanel.tsx'
import { Unavailable } from '../Unavailable.tsx'
import { ArticleList } from './ArticleList.tsx'
import { moreMessages } from './messages.ts'
import { tellViewed } from './reading.ts'

interface ArticleViewProps extends HelpViewProps {
  readonly bodies: Bodies
  readonly id: Id
  /** The part to begin at: the id of a heading, or its words. */
  readonly heading: string | undefined
}

/** An article, or why it is not there. */
export function ArticleView(props: ArticleViewProps) {
  const { context, model, bodies, places, visit, part, id, heading } = props
  const t = context.translator(moreMessages)
  const state = model.state.value
  const { entry, body, status } = bodies.article(id)
  const category = state.content?.categories.find((one) => one.id === entry?.category)
  const need = (): void => void bodies.need(id)
  // Before there is content, it is on its way.
  useEffect(() => void (state.content && need()), [state.content])
  useEffect(() => {
    if (entry && status === 'ready') tellViewed(context, model, entry)
  }, [status])
  const related = state.content?.articles.filter((one) => one.category === entry?.category && one.id !== id).slice(0, 3)
  const [lastSearch] = model.trail.searches
  const lastArticle = entry && { id: entry.id, title: entry.title }
  return (
    <>
      <Header context={context} onBack={places.back}>
        <p class="faint grow one">{category?.title}</p>
      </Header>
      <Body
        key={status}
        visit={visit}
        part={part}
        class={status === 'ready' ? 'article' : 'blank'}
        lang={state.content?.locale}
      >
        {status === 'ready' && entry && body ? (
          <>
            <Article {...props} entry={entry} body={body} heading={heading} />
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
            context={context}
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
