import type { AgentConversation } from '@docent/protocol'
import { EmptyState, Icon, iconClose, iconInbox, iconOffline, iconSearch } from '@docent/ui/parts'
import { useEffect } from 'preact/hooks'
import { type ListName, matches } from '../lists.ts'
import { ConversationRow } from './ConversationRow.tsx'
import { iconMenu } from './icons.ts'
import { ListSkeleton } from './ListSkeleton.tsx'
import type { ViewContext } from './view-context.ts'

/** A pause in typing after which the server is asked, in ms. */
const searchPauseMs = 250

/** The conversations of one list, newest change first, narrowed down by what stands in the filter. */
export const ListPane = ({ view }: { view: ViewContext }) => {
  const { t, model, router, screen } = view
  const { list, conversationId } = router.route.value
  const text = screen.filter.value.trim()
  const progress = model.state.value.lists[list]
  const rows = filtered(view, list, text)
  useEffect(() => {
    if (!text) return
    const timer = setTimeout(() => void model.search(list, text), searchPauseMs)
    return () => clearTimeout(timer)
  }, [list, text])
  return (
    <section class="list-pane" aria-label={t('list.label')}>
      <div class="topbar">
        <button
          type="button"
          class="tool to-side"
          aria-label={t('side.open')}
          aria-expanded={screen.sideOpen.value}
          onClick={() => void (screen.sideOpen.value = true)}
        >
          <Icon path={iconMenu} />
        </button>
        <h2 class="title grow one" tabIndex={-1} data-focus>
          {t(`list.${list}`)}
        </h2>
        {progress?.loaded && rows.length > 0 && (
          <span class="faint num" aria-hidden="true">
            {rows.length}
            {progress.older !== undefined && !text && '+'}
          </span>
        )}
      </div>
      <Filter view={view} />
      <div class="rows">
        {rows.length > 0 && (
          <ul aria-label={t(`list.${list}`)}>
            {rows.map((conversation) => (
              <ConversationRow
                key={conversation.id}
                view={view}
                conversation={conversation}
                current={conversation.id === conversationId}
              />
            ))}
          </ul>
        )}
        <ListEnd view={view} list={list} text={text} isEmpty={rows.length === 0} />
      </div>
    </section>
  )
}

function filtered({ model }: ViewContext, list: ListName, text: string): readonly AgentConversation[] {
  const all = model.lists.value[list]
  if (!text) return all
  const { found } = model.state.value
  const ids = new Set(found?.text === text ? found.ids : [])
  return all.filter((conversation) => ids.has(conversation.id) || matches(conversation, text))
}

const Filter = ({ view }: { view: ViewContext }) => {
  const { t, screen } = view
  return (
    <div class="search filter">
      <Icon path={iconSearch} small />
      <input
        type="search"
        aria-label={t('list.filter')}
        placeholder={t('list.filter-hint')}
        value={screen.filter.value}
        onInput={(event) => void (screen.filter.value = event.currentTarget.value)}
      />
      {screen.filter.value ? (
        <button type="button" class="tool" aria-label={t('list.clear')} onClick={() => void (screen.filter.value = '')}>
          <Icon path={iconClose} small />
        </button>
      ) : (
        <span aria-hidden="true">
          <kbd>/</kbd>
        </span>
      )}
    </div>
  )
}

interface ListEndProps {
  readonly view: ViewContext
  readonly list: ListName
  readonly text: string
  readonly isEmpty: boolean
}

/** What stands below the rows, or instead of them. */
const ListEnd = ({ view, list, text, isEmpty }: ListEndProps) => {
  const { t, model } = view
  const progress = model.state.value.lists[list]
  if (progress?.failed)
    return (
      <EmptyState icon={iconOffline} title={t('list.failed-title')}>
        <p>{t('list.failed')}</p>
        <button type="button" class="button" onClick={model.refresh}>
          {t('list.retry')}
        </button>
      </EmptyState>
    )
  if (!progress?.loaded) return isEmpty ? <ListSkeleton label={t('list.loading')} /> : null
  if (isEmpty)
    return text ? (
      <EmptyState icon={iconSearch} title={t('list.no-match')}>
        <p>{t('list.no-match-why', { text, list: t(`list.${list}`) })}</p>
      </EmptyState>
    ) : (
      <EmptyState icon={iconInbox} title={t(`list.none-${list}`)}>
        <p>{t(`list.none-${list}-why`)}</p>
      </EmptyState>
    )
  if (progress.older === undefined || text) return null
  return (
    <button type="button" class="button s plain full" onClick={() => void model.loadList(list, 'older')}>
      {t('list.older')}
    </button>
  )
}
