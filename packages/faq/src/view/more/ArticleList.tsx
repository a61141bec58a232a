import type { HelpArticleEntry, Id } from '@docent/protocol'
import { ArticleItem } from '../ArticleItem.tsx'

interface ArticleListProps {
  readonly title?: string
  readonly entries: readonly HelpArticleEntry[] | undefined
  onOpen(id: Id): void
}

/** A heading and a card of articles; nothing when there are none. */
export const ArticleList = ({ title, entries, onOpen }: ArticleListProps) =>
  entries?.length ? (
    <section class="stack">
      {title && <h3 class="eyebrow">{title}</h3>}
      <div class="card list">
        {entries.map((entry) => (
          <ArticleItem key={entry.id} entry={entry} onOpen={onOpen} />
        ))}
      </div>
    </section>
  ) : null
