import { Dialog } from './Dialog.tsx'
import { leave } from './leave.ts'
import type { ViewContext } from './view-context.ts'

interface SignOutDialogProps {
  readonly view: ViewContext
  /** The server could not be told; otherwise something is unsent. */
  readonly hasFailed: boolean
  onClose(): void
}

/** What stands in the way of signing out, and both ways on. */
export const SignOutDialog = ({ view, hasFailed, onClose }: SignOutDialogProps) => {
  const { t, model } = view
  const count = model.link.outbox.value.length
  return (
    <Dialog title={t(hasFailed ? 'sign-out.failed-title' : 'sign-out.title')} onClose={onClose}>
      {(close) => (
        <>
          <p class="quiet">{hasFailed ? t('sign-out.failed') : t('sign-out.unsent', { count })}</p>
          <div class="row tight actions">
            <button type="button" class="button" onClick={() => void leave(view, 'drop')}>
              {t(hasFailed ? 'sign-out.retry' : 'sign-out.go')}
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
