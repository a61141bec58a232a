import { Dialog } from './Dialog.tsx'
import type { ViewContext } from './view-context.ts'

const shortcuts = [
  ['keys.move', ['j', 'k']],
  ['keys.open', ['Enter']],
  ['keys.reply', ['r']],
  ['keys.note', ['n']],
  ['keys.send', ['Enter']],
  ['keys.newline', ['Shift', 'Enter']],
  ['keys.filter', ['/']],
  ['keys.back', ['Esc']],
  ['keys.help', ['?']],
] as const

export const ShortcutsDialog = ({ view, onClose }: { view: ViewContext; onClose(): void }) => {
  const { t } = view
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      {(close) => (
        <>
          <dl class="keys">
            {shortcuts.map(([label, keys]) => (
              <div key={label}>
                <dt>{t(label)}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
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
