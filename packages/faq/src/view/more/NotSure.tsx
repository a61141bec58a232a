import { EmptyState, Icon, iconChat, iconSearch } from '@docent/ui/parts'
import type { HelpViewProps } from '../HelpPanel.tsx'
import { ArticleList } from './ArticleList.tsx'
import { moreMessages } from './messages.ts'
import { TopicList } from './TopicList.tsx'

/** That a search has no sure answer, in words. */
export function tellNotSure({ context, model }: HelpViewProps): string {
  const { query = '', found = [] } = model.state.value.results ?? {}
  const t = context.translator(moreMessages)
  return t(found.length > 0 ? 'help.not-sure' : 'help.nothing', { query: query.trim() })
}

/** The ways on where a search has no sure answer: a person who is told what was searched, what is read here, and all topics. */
export function NotSure({ context, model, places }: HelpViewProps) {
  const t = context.translator(moreMessages)
  const { results, content } = model.state.value
  const query = results?.query.trim() ?? ''
  const ask = context.services.get('startConversation')
  const forPage = model.forPage()
  const basics = content?.articles.filter(({ level }) => level === 'basic').slice(0, 3)
  const askButton = ask && (
    <button
      type="button"
      class="button main"
      onClick={() => {
        model.settle()
        ask({ text: query, context: { lastSearch: query } })
      }}
    >
      <Icon path={iconChat} small />
      <span class="one">{t('help.ask-about', { query })}</span>
    </button>
  )
  return (
    <>
      {results?.found.length ? (
        askButton
      ) : (
        <>
          <EmptyState icon={iconSearch} title={t('help.nothing', { query })}>
            <p>{t(ask ? 'help.nothing-why' : 'help.nothing-try')}</p>
            {askButton}
          </EmptyState>
          <ArticleList
            title={t(forPage.length > 0 ? 'help.for-page' : 'help.often-read')}
            entries={forPage.length > 0 ? forPage : basics}
            onOpen={places.go}
          />
        </>
      )}
      <TopicList context={context} model={model} places={places} />
    </>
  )
}
