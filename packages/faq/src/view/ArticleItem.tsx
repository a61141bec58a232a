import type { HelpArticleEntry, Id } from '@docent/protocol'
import { Icon, iconNext } from '@docent/ui/parts'
import type { ComponentChildren } from 'preact'

interface ArticleItemProps {
  readonly entry: HelpArticleEntry
  /** Marked as the one that Enter opens. */
  readonly isFirst?: boolean
  /** Instead of the title and an arrow. */
  readonly children?: ComponentChildren
  onOpen(id: Id): void
}

/** One article in a list: a link that opens in the panel. */
export const ArticleItem = ({ entry, isFirst, children, onOpen }: ArticleItemProps) => (
  <a
    class={isFirst ? 'item on' : 'item'}
    href={`#docent/faq/${entry.id}`}
    data-article={entry.id}
    onClick={(event) => {
      event.preventDefault()
      onOpen(entry.id)
    }}
  >
    {children ?? (
      <>
        <span class="grow">{entry.title}</span>
        <Icon path={iconNext} small flip />
      </>
    )}
  </a>
)
