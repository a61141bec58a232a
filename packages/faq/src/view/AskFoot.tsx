import type { ConversationDraft, FeatureContext, Translate } from '@docent/core'
import { Icon, iconChat } from '@docent/ui/parts'
import type { helpMessages } from '../messages.ts'

interface AskFootProps {
  readonly context: FeatureContext
  readonly t: Translate<typeof helpMessages>
  /** What goes along. */
  readonly draft: ConversationDraft
}

/** The way from an article or a search to a person; nothing where there is no chat. */
export function AskFoot({ context, t, draft }: AskFootProps) {
  const ask = context.services.get('startConversation')
  if (!ask) return null
  return (
    <footer class="foot row">
      <span class="grow small quiet">{t('help.not-it')}</span>
      <button type="button" class="button s" onClick={() => ask(draft)}>
        <Icon path={iconChat} small />
        {t('help.ask')}
      </button>
    </footer>
  )
}
