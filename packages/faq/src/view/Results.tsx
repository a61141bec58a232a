import type { Translate } from '@docent/core'
import { EmptyState, iconSearch } from '@docent/ui/parts'
import type { helpMessages } from '../messages.ts'
import { excerptOf } from '../search/excerpt.ts'
import { ArticleItem } from './ArticleItem.tsx'
import { ArticleList } from './ArticleList.tsx'
import type { HelpViewProps } from './HelpPanel.tsx'
import { Marked } from './Marked.tsx'

interface ResultsProps extends HelpViewProps {
  readonly t: Translate<typeof helpMessages>
  /** How many were found, in words. */
  readonly said: string
  onOpen(id: string): void
}

/** What was found, best first; a way on when that is nothing. */
export function Results(props: ResultsProps) {
  const { model, said, onOpen } = props
  const { results, content } = model.state.value
  if (!results) return null
  if (results.found.length === 0) return <Nothing {...props} query={results.query.trim()} />
  const titles = new Map(content?.categories.map(({ id, title }) => [id, title]))
  return (
    <section class="stack">
      <p class="faint" aria-hidden="true">
        {said}
      </p>
      <div class="card list">
        {results.found.map(({ article, title, excerpt }, index) => (
          <ArticleItem key={article.id} entry={article} isFirst={index === 0} onOpen={onOpen}>
            <span class="grow stack tight">
              <span class="title">
                <Marked text={title} />
              </span>
              <span class="small quiet two">
                <Marked text={excerptOf(excerpt)} />
              </span>
              <span class="faint">{titles.get(article.category)}</span>
            </span>
          </ArticleItem>
        ))}
      </div>
    </section>
  )
}

function Nothing({ context, model, places, t, query }: ResultsProps & { readonly query: string }) {
  const ask = context.services.get('startConversation')
  const forPage = model.forPage()
  const basics = model.state.value.content?.articles.filter(({ level }) => level === 'basic').slice(0, 3) ?? []
  return (
    <>
      <EmptyState icon={iconSearch} title={t('help.nothing', { query })}>
        <p>{t(ask ? 'help.nothing-why' : 'help.nothing-try')}</p>
        {ask && (
          <button
            type="button"
            class="button main"
            onClick={() => {
              model.settle()
              ask({ text: query, context: { lastSearch: query } })
            }}
          >
            <span class="one">{t('help.ask-about', { query })}</span>
          </button>
        )}
      </EmptyState>
      <ArticleList
        title={t(forPage.length > 0 ? 'help.for-page' : 'help.often-read')}
        entries={forPage.length > 0 ? forPage : basics}
        onOpen={places.go}
      />
    </>
  )
}
