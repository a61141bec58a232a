import type { Translate } from '@docent/core'
import { Icon, iconBook } from '@docent/ui/parts'
import type { TopicIconName } from '../../topic-icon-names.ts'
import type { HelpViewProps } from '../HelpPanel.tsx'
import { moreMessages } from './messages.ts'
import { topicIcons } from './topic-icons.ts'

/** All topics, each with its number of articles; nothing where there are too few for topics. */
export function TopicList({ context, model, places }: Pick<HelpViewProps, 'context' | 'model' | 'places'>) {
  const t = context.translator(moreMessages)
  const { categories = [], articles = [] } = model.state.value.content ?? {}
  if (categories.length < 2) return null
  return (
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
  )
}

/** A bare number for the eye, with its word for those who hear it. */
const Count = ({ t, count }: { readonly t: Translate<typeof moreMessages>; readonly count: number }) => (
  <>
    <span class="faint num" aria-hidden="true">
      {count}
    </span>
    <span class="hidden">{t('help.articles', { count })}</span>
  </>
)
