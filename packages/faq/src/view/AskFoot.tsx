import type { ConversationDraft, FeatureContext } from '@docent/core'
import { Icon, iconChat } from '@docent/ui/parts'
import { helpMessages } from '../messages.ts'

interface AskFootProps {
  readonly context: FeatureContext
  /** What goes along. */
  readonly draft: ConversationDraft
}

/** The way from an article or a search to a person; nothing where there is no chat. */
export function AskFoot({ context, draft }: AskFootProps) {
  const ask = context.services.get('startConversation')
  if (!ask) return null
  const t = context.translator(helpMessages)
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
