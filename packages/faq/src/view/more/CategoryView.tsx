import { Header } from '@docent/ui/parts'
import { helpMessages } from '../../messages.ts'
import { Body } from '../Body.tsx'
import type { HelpViewProps } from '../HelpPanel.tsx'
import { Unavailable } from '../Unavailable.tsx'
import { ArticleList } from './ArticleList.tsx'
import { moreMessages } from './messages.ts'

/** One topic: what everyone needs first, then what goes deeper. */
export function CategoryView({ context, model, places, visit, part, id }: HelpViewProps & { readonly id: string }) {
  const t = context.translator(helpMessages)
  const { content, status } = model.state.value
  const category = content?.categories.find((other) => other.id === id)
  const articles = content?.articles.filter((article) => article.category === id) ?? []
  const basic = articles.filter(({ level }) => level === 'basic')
  const advanced = articles.filter(({ level }) => level === 'advanced')
  return (
    <>
      <Header context={context} title={category?.title ?? t('help.title')} onBack={places.back} />
      <Body key={content ? 'content' : 'wait'} visit={visit} part={part} class="stack wide" lang={content?.locale}>
        {!content ? (
          <Unavailable
            context={context}
            isLoading={status === 'loading'}
            onRetry={() => void model.load().catch(() => {})}
          />
        ) : (
          <>
            {category?.description && <p class="quiet">{category.description}</p>}
            <ArticleList entries={basic} onOpen={places.go} />
            <ArticleList
              title={basic.length > 0 ? context.translator(moreMessages)('help.deeper') : ''}
              entries={advanced}
              onOpen={places.go}
            />
          </>
        )}
      </Body>
    </>
  )
}
