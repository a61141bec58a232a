import type { Translate } from '@docent/core'
import { EmptyState, Icon, iconBook } from '@docent/ui/parts'
import type { helpMessages } from '../messages.ts'
import type { TopicIconName } from '../topic-icon-names.ts'
import { ArticleList } from './ArticleList.tsx'
import type { HelpViewProps } from './HelpPanel.tsx'
import { topicIcons } from './topic-icons.ts'

/** What is for this page, and all topics; the articles themselves where there are too few for topics. */
export function Topics({ model, places, t }: HelpViewProps & { readonly t: Translate<typeof helpMessages> }) {
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
      <section class="stack">
        <h3 class="eyebrow">{t('help.topics')}</h3>
        <div class="card list">
          {categories.map(({ id, title, description, icon = 'book' }) => (
            <a
              key={id}
              class="item"
              href={`#docent/faq/category/${id}`}
              data-article={`category/${id}`}
              onClick={(event) => {
                event.preventDefault()
                places.go(`category/${id}`)
              }}
            >
              <span class="thumb accent">
                <Icon path={topicIcons[icon as TopicIconName] ?? iconBook} />
              </span>
              <span class="grow stack tight">
                <span class="title">{title}</span>
                {description && <span class="small quiet">{description}</span>}
              </span>
              <Count t={t} count={articles.filter(({ category }) => category === id).length} />
            </a>
          ))}
        </div>
      </section>
    </>
  )
}

/** A bare number for the eye, with its word for those who hear it. */
const Count = ({ t, count }: { readonly t: Translate<typeof helpMessages>; readonly count: number }) => (
  <>
    <span class="faint num" aria-hidden="true">
      {count}
    </span>
    <span class="hidden">{t('help.articles', { count })}</span>
  </>
)
