import type { HelpArticleEntry } from '@docent/protocol'
import { Icon, iconNext } from '@docent/ui/parts'
import type { ComponentChildren } from 'preact'

interface ArticleItemProps {
  readonly entry: HelpArticleEntry
  /** The heading to open it at. */
  readonly part?: string | undefined
  /** Marked as the one that Enter opens. */
  readonly isFirst?: boolean
  /** Instead of the title and an arrow. */
  readonly children?: ComponentChildren
  onOpen(route: string): void
}

/** One article in a list: a link that opens in the panel. */
export function ArticleItem({ entry, part, isFirst, children, onOpen }: ArticleItemProps) {
  const route = part ? `${entry.id}#${encodeURIComponent(part)}` : entry.id
  return (
    <a
      class={isFirst ? 'item on' : 'item'}
      href={`#docent/faq/${route}`}
      data-article={route}
      onClick={(event) => {
        event.preventDefault()
        onOpen(route)
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
}
