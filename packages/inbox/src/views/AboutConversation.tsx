import { type AgentConversation, type ConversationReason, conversationReasons } from '@docent/protocol'
import { Icon, iconBolt, iconBot, iconDownload, iconFlag } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { Menu, MenuItem } from './Menu.tsx'
import { ReportView } from './ReportView.tsx'
import { SurfaceDialog } from './SurfaceDialog.tsx'
import { saveTranscript } from './save-transcript.ts'
import type { ViewContext } from './view-context.ts'

interface AboutProps {
  readonly view: ViewContext
  readonly conversation: AgentConversation
}

/** Why the visitor wrote, what they reported, what they thought of the answer, and what can be done for them. */
export const AboutConversation = ({ view, conversation }: AboutProps) => {
  const { t } = view
  const showing = useSignal(false)
  const { bot, rating, report } = conversation
  return (
    <div class="stack tight part about">
      <h3 class="label">{t('about.label')}</h3>
      {bot && (
        <p class="row tight quiet">
          <Icon path={iconBot} small />
          <span class="grow">{t('about.bot')}</span>
        </p>
      )}
      <Reason view={view} conversation={conversation} />
      {rating && (
        <dl class="facts">
          <div>
            <dt>{t('about.rating')}</dt>
            <dd>
              {[
                rating.solved !== undefined && t(rating.solved ? 'about.solved' : 'about.unsolved'),
                rating.score !== undefined && t('about.score', { score: rating.score }),
                rating.comment,
              ]
                .filter(Boolean)
                .join(' · ')}
            </dd>
          </div>
        </dl>
      )}
      {report && <ReportView view={view} report={report} />}
      <div class="row tight wrap">
        <button type="button" class="button s" onClick={() => void (showing.value = true)}>
          <Icon path={iconBolt} small />
          {t('about.show')}
        </button>
        <button type="button" class="button s" onClick={() => void saveTranscript(view, conversation.id)}>
          <Icon path={iconDownload} small />
          {t('about.transcript')}
        </button>
      </div>
      {showing.value && (
        <SurfaceDialog view={view} conversation={conversation} onClose={() => void (showing.value = false)} />
      )}
    </div>
  )
}

const Reason = ({ view, conversation }: AboutProps) => {
  const { t, model } = view
  const { id: conversationId, reason } = conversation
  const choose = (next: ConversationReason | null) => () =>
    model.arrange('conversation-classify', { conversationId, reason: next })
  const name = reason === undefined ? t('about.no-reason') : t(`reason.${reason}`)
  return (
    <div class="row tight">
      <span class="faint grow">{t('about.reason')}</span>
      <Menu
        label={t('about.reason')}
        buttonLabel={`${t('about.reason')}: ${name}`}
        buttonClass="button s plain"
        button={
          <>
            <Icon path={iconFlag} small />
            <span class="one">{name}</span>
          </>
        }
      >
        {conversationReasons.map((each) => (
          <MenuItem key={each} checked={each === reason} onChoose={choose(each)}>
            {t(`reason.${each}`)}
          </MenuItem>
        ))}
        <MenuItem checked={reason === undefined} onChoose={choose(null)}>
          {t('about.no-reason')}
        </MenuItem>
      </Menu>
    </div>
  )
}
