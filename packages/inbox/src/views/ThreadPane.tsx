import type { Id } from '@docent/protocol'
import { EmptyState, Icon, iconBack, iconChat, iconHelp, iconInfo } from '@docent/ui/parts'
import { visitorName } from '../names.ts'
import { Composer } from './Composer.tsx'
import { StatusTag } from './StatusTag.tsx'
import { Thread } from './Thread.tsx'
import { ThreadActions } from './ThreadActions.tsx'
import type { ViewContext } from './view-context.ts'

/** One conversation with its bar and composer, or what to do while none is chosen. */
export const ThreadPane = ({ view, conversationId }: { view: ViewContext; conversationId: Id | undefined }) => {
  const { t, model, router } = view
  const { list } = router.route.value
  if (conversationId === undefined)
    return (
      <section class="thread-pane" aria-label={t('thread.label')}>
        <EmptyState icon={iconChat} title={t('thread.none')}>
          <p>{t('thread.none-why')}</p>
        </EmptyState>
      </section>
    )
  const conversation = model.conversations.value[conversationId]
  const isMissing = model.state.value.threads[conversationId]?.failed === 'missing'
  const toList = () => router.go({ list })
  return (
    <section class="thread-pane" aria-label={t('thread.label')}>
      <div class="topbar">
        <button type="button" class="tool to-list" aria-label={t('thread.back')} onClick={toList}>
          <Icon path={iconBack} flip />
        </button>
        <div class="grow row tight heading">
          <h2 class="title one" tabIndex={-1} data-focus>
            {conversation ? (conversation.title ?? visitorName(t, conversation.visitor)) : t('thread.label')}
          </h2>
          {conversation && <StatusTag view={view} conversation={conversation} />}
        </div>
        {conversation && (
          <>
            <ThreadActions view={view} conversation={conversation} />
            <button
              type="button"
              class="tool to-visitor"
              aria-label={t('thread.details')}
              aria-expanded={router.route.value.visitor ?? false}
              onClick={() => router.go({ list, conversationId, visitor: !router.route.peek().visitor })}
            >
              <Icon path={iconInfo} />
            </button>
          </>
        )}
      </div>
      {isMissing ? (
        <EmptyState icon={iconHelp} title={t('thread.missing')}>
          <p>{t('thread.missing-why')}</p>
          <button type="button" class="button" onClick={toList}>
            {t('thread.to-list')}
          </button>
        </EmptyState>
      ) : (
        <Thread view={view} id={conversationId} />
      )}
      {conversation && <Composer view={view} conversation={conversation} />}
    </section>
  )
}
