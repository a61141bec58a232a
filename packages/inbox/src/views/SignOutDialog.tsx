import { Dialog } from './Dialog.tsx'
import type { ViewContext } from './view-context.ts'

export const SignOutDialog = ({ view, onClose }: { view: ViewContext; onClose(): void }) => {
  const { t, model, desk } = view
  return (
    <Dialog title={t('sign-out.title')} onClose={onClose}>
      {(close) => (
        <>
          <p class="quiet">{t('sign-out.unsent', { count: model.link.outbox.value.length })}</p>
          <div class="row tight actions">
            <button type="button" class="button" onClick={() => void desk.signOut()}>
              {t('sign-out.go')}
            </button>
            <button type="button" class="button main" onClick={close}>
              {t('sign-out.stay')}
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}
