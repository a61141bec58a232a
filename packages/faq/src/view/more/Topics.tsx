import { EmptyState, iconBook } from '@docent/ui/parts'
import type { HelpViewProps } from '../HelpPanel.tsx'
import { ArticleList } from './ArticleList.tsx'
import { moreMessages } from './messages.ts'
import { TopicList } from './TopicList.tsx'

/** What is for this page, and all topics; the articles themselves where there are too few for topics. */
export function Topics({ context, model, places }: HelpViewProps) {
  const t = context.translator(moreMessages)
  const { categories = [], articles = [] } = model.state.value.content ?? {}
  if (articles.length === 0)
    return (
      <EmptyState icon={iconBook} title={t('help.empty')}>
        <p>{t('help.empty-why')}</p>
      </EmptyState>
    )
  if (categories.length < 2)
    return <ArticleList title={categories[0]?.title ?? ''} entries={articles} onOpen={places.go} />
  return (
    <>
      <ArticleList title={t('help.for-page')} entries={model.forPage()} onOpen={places.go} />
      <TopicList context={context} model={model} places={places} />
    </>
  )
}
