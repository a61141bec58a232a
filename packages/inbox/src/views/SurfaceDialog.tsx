import type { AgentConversation, ShowableSurface } from '@docent/protocol'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Dialog } from './Dialog.tsx'
import type { ViewContext } from './view-context.ts'

interface SurfaceDialogProps {
  readonly view: ViewContext
  readonly conversation: AgentConversation
  onClose(): void
}

/** Tours, checklists and articles: to be shown in the visitor's app, or put into the reply. */
export const SurfaceDialog = ({ view, conversation, onClose }: SurfaceDialogProps) => {
  const { t, model } = view
  const surfaces = useSignal<readonly ShowableSurface[] | 'failed' | undefined>(undefined)
  const filter = useSignal('')
  const done = useSignal('')
  useEffect(() => {
    model.link.query('surfaces', {}).then(
      (found) => void (surfaces.value = found),
      () => void (surfaces.value = 'failed'),
    )
  }, [])
  const show = ({ feature, id, title }: ShowableSurface): void => {
    model.arrange('surface-request', { visitorId: conversation.visitor.id, feature, id, reason: 'agent' })
    done.value = t('surface.done', { title })
  }
  const found = surfaces.value
  const text = filter.value.trim().toLowerCase()
  const shown = Array.isArray(found) ? found.filter(({ title }) => title.toLowerCase().includes(text)) : []
  return (
    <Dialog title={t('surface.title')} onClose={onClose}>
      {(close) => (
        <>
          <p class="quiet">{t('surface.why')}</p>
          {found === 'failed' && <p class="problem">{t('surface.failed')}</p>}
          {Array.isArray(found) && found.length === 0 && <p>{t('surface.none')}</p>}
          {Array.isArray(found) && found.length > 0 && (
            <input
              class="field"
              type="search"
              aria-label={t('surface.filter')}
              placeholder={t('surface.filter')}
              value={filter.value}
              onInput={(event) => void (filter.value = event.currentTarget.value)}
            />
          )}
          {text !== '' && shown.length === 0 && <p class="quiet">{t('surface.no-match', { text: filter.value })}</p>}
          <ul class="surfaces">
            {shown.map((surface) => (
              <SurfaceRow
                key={`${surface.feature}/${surface.id}`}
                view={view}
                surface={surface}
                onShow={() => show(surface)}
                onSend={() => {
                  addArticle(view, conversation.id, surface)
                  close()
                }}
              />
            ))}
          </ul>
          <p class="faint" role="status">
            {done.value}
          </p>
          <div class="row actions">
            <button type="button" class="button" onClick={close}>
              {t('keys.close')}
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}

interface SurfaceRowProps {
  readonly view: ViewContext
  readonly surface: ShowableSurface
  onShow(): void
  onSend(): void
}

const SurfaceRow = ({ view: { t }, surface, onShow, onSend }: SurfaceRowProps) => {
  const { feature, title } = surface
  const kind = feature === 'guide' || feature === 'checklist' || feature === 'faq' ? feature : 'other'
  return (
    <li class="row tight">
      <span class="grow">{title}</span>
      {feature === 'faq' && (
        <button type="button" class="button s plain" aria-label={`${t('surface.send')}: ${title}`} onClick={onSend}>
          {t('surface.send')}
        </button>
      )}
      <button type="button" class="button s" aria-label={`${t(`surface.${kind}`)}: ${title}`} onClick={onShow}>
        {t(`surface.${kind}`)}
      </button>
    </li>
  )
}

function addArticle({ model }: ViewContext, conversationId: string, { id, title }: ShowableSurface): void {
  const draft = model.drafts.get(conversationId)
  const part = { type: 'article', articleId: id, title } as const
  model.drafts.set(conversationId, { ...draft, mode: 'reply', parts: [...(draft.parts ?? []), part] })
}
