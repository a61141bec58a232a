import type { AgentConversation, VisitorProfile } from '@docent/protocol'
import { Avatar, Icon, iconBack, iconBook, iconCheck, iconClose, iconSearch, SkeletonLines } from '@docent/ui/parts'
import { useEffect } from 'preact/hooks'
import { visitorName } from '../names.ts'
import { AboutConversation } from './AboutConversation.tsx'
import { ChecklistView } from './ChecklistView.tsx'
import { OtherConversations } from './OtherConversations.tsx'
import { VisitorFacts } from './VisitorFacts.tsx'
import type { ViewContext } from './view-context.ts'

interface VisitorPaneProps {
  readonly view: ViewContext
  readonly conversation: AgentConversation
}

/** Who writes, and what they were about before they did. */
export const VisitorPane = ({ view, conversation }: VisitorPaneProps) => {
  const { t, model } = view
  const { visitor } = conversation
  const profile = model.state.value.visitors[visitor.id]
  const isOnline = model.link.status.value === 'online'
  useEffect(() => {
    if (isOnline) void model.loadVisitor(visitor.id)
  }, [isOnline, model.state.value.gaps])
  return (
    <aside class="context" aria-label={t('visitor.label')}>
      <VisitorBar view={view} conversation={conversation} />
      <Identity view={view} conversation={conversation} profile={profile} />
      <AboutConversation view={view} conversation={conversation} />
      {profile ? (
        <>
          <VisitorFacts view={view} profile={profile} />
          {profile.checklists.map((checklist) => (
            <ChecklistView key={checklist.id} view={view} checklist={checklist} />
          ))}
          <BeforeWriting view={view} profile={profile} />
        </>
      ) : (
        <SkeletonLines label={t('visitor.loading')} />
      )}
      <OtherConversations view={view} conversation={conversation} />
    </aside>
  )
}

/** The way back, where the details have a screen of their own. */
const VisitorBar = ({ view, conversation }: VisitorPaneProps) => {
  const { t, router } = view
  const back = () => router.go({ list: router.route.peek().list, conversationId: conversation.id })
  return (
    <div class="topbar context-bar">
      <button type="button" class="tool to-thread" aria-label={t('visitor.back')} onClick={back}>
        <Icon path={iconBack} flip />
      </button>
      <h2 class="title grow" tabIndex={-1} data-focus>
        {t('visitor.label')}
      </h2>
      <button type="button" class="tool to-close" aria-label={t('visitor.close')} onClick={back}>
        <Icon path={iconClose} />
      </button>
    </div>
  )
}

interface ProfileProps {
  readonly view: ViewContext
  readonly profile: VisitorProfile
}

const Identity = ({ view, conversation, profile }: VisitorPaneProps & { profile: VisitorProfile | undefined }) => {
  const { t } = view
  const { visitor } = conversation
  const name = visitorName(t, visitor)
  return (
    <div class="row">
      <span class="face">
        <Avatar name={name} size="l" />
        {profile?.online && <span class="dot online" />}
      </span>
      <div class="grow">
        <h2 class="title row tight">
          <span class="one">{name}</span>
          {visitor.verified && (
            <span class="tag good" title={t('visitor.verified-why')}>
              <Icon path={iconCheck} small />
              {t('visitor.verified')}
            </span>
          )}
        </h2>
        <p class="faint one">{visitor.email ?? t('visitor.no-email')}</p>
      </div>
    </div>
  )
}

const BeforeWriting = ({ view, profile }: ProfileProps) => {
  const { t } = view
  const { lastArticle, lastSearch } = profile.context
  if (!lastArticle && !lastSearch) return null
  return (
    <div class="stack tight part">
      <h3 class="label">{t('visitor.before')}</h3>
      {lastArticle && (
        <p class="row tight">
          <Icon path={iconBook} small />
          <span class="hidden">{t('visitor.last-article')}: </span>
          <span class="grow">{lastArticle.title}</span>
        </p>
      )}
      {lastSearch && (
        <p class="row tight">
          <Icon path={iconSearch} small />
          <span class="hidden">{t('visitor.last-search')}: </span>
          <span class="grow">{t('visitor.search', { text: lastSearch })}</span>
        </p>
      )}
    </div>
  )
}
