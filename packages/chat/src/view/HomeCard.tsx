import { Icon, iconNext, iconSend } from '@docent/ui/parts'
import { hasPast, type ViewContext } from './view-context.ts'

/** The last conversation, or how to begin the first. */
export const HomeCard = ({ view }: { view: ViewContext }) => {
  const { context, model, t, LastConversation } = view
  const ask = (
    <button type="button" class="card cardbtn row" onClick={() => context.open('chat', 'new')}>
      <Icon path={iconSend} />
      <span class="grow who">
        <span class="title">{t('chat.start')}</span>
        <span class="quiet small">{t('chat.start-why')}</span>
      </span>
      <Icon path={iconNext} flip />
    </button>
  )
  return hasPast(model) ? <LastConversation view={view} meanwhile={ask} /> : ask
}
