import type { Translate } from '@docent/core'
import type { HelpArticleEntry } from '@docent/protocol'
import type { helpMessages } from '../messages.ts'
import { excerptOf } from '../search/excerpt.ts'
import { ArticleItem } from './ArticleItem.tsx'
import type { HelpViewProps } from './HelpPanel.tsx'
import { Marked } from './Marked.tsx'

interface ResultsProps extends Pick<HelpViewProps, 'model'> {
  readonly t: Translate<typeof helpMessages>
  /** How many were found, in words. */
  readonly said: string
  onOpen(route: string, entry: HelpArticleEntry): void
  onMeant(query: string): void
}

/** What was found, best first. Where a part of an article answers, the part is named and opened. */
export function Results({ model, t, said, onOpen, onMeant }: ResultsProps) {
  const { results, content } = model.state.value
  if (!results?.found.length) return null
  const { found, meant } = results
  return (
    <section class="stack">
      <p class="faint">
        <span aria-hidden="true">{said}</span>{' '}
        {meant && (
          <button type="button" class="link" onClick={() => onMeant(meant)}>
            {t('help.did-you-mean', { query: meant })}
          </button>
        )}
      </p>
      <div class="card list">
        {found.map(({ article, title, heading, excerpt }, index) => (
          <ArticleItem
            key={article.id}
            entry={article}
            part={heading?.text}
            isFirst={index === 0}
            onOpen={(route) => onOpen(route, article)}
          >
            <span class="grow stack tight">
              <span class="title">
                <Marked text={title} />
              </span>
              <span class="small quiet two">
                <Marked text={excerptOf(excerpt)} />
              </span>
              <span class="faint">
                {content?.categories.find(({ id }) => id === article.category)?.title}
                {heading && ' › '}
                {heading && <Marked text={heading} />}
              </span>
            </span>
          </ArticleItem>
        ))}
      </div>
    </section>
  )
}
