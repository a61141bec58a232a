import { useReplyTime } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import type { ViewContext } from '../view-context.ts'
import { besideMessages } from './beside-messages.ts'
import { MailField } from './MailField.tsx'
import { nobodyThere } from './nobody-there.ts'

/** Where the visitor left an address: it follows them over tabs and devices. */
export const emailKey = 'chat/email'

/** Where the answer comes: here, by e-mail where there is an address, and as a notification where the option is on. */
export const AnswerPlace = ({ view }: { view: ViewContext }) => {
  const { context, model, options } = view
  const t = context.translator(besideMessages)
  const replyTime = useReplyTime(context, model.reply.value)
  const editing = useSignal(false)
  const known = context.visitor.value.email ?? `${context.state.get(emailKey) ?? ''}`
  const isAway = nobodyThere(view)
  const save = (email: string): void => {
    context.state.put({ key: emailKey, value: email, merge: 'last' })
    model.link.send('visitor-update', { email }).catch(context.report)
    editing.value = false
  }
  return (
    <section class="card answer-place" aria-label={t('beside.answer-here')}>
      {isAway && <p class="title">{replyTime || t('beside.away')}</p>}
      <p class="quiet small">
        {t('beside.answer-here')}{' '}
        {isAway && t(known && !editing.value ? 'beside.mail-known' : 'beside.leave-mail', { email: known })}
      </p>
      {isAway && (!known || editing.value) && <MailField known={known} t={t} onSave={save} />}
      {isAway && known && !context.visitor.value.email && !editing.value && (
        <button type="button" class="link" onClick={() => void (editing.value = true)}>
          {t('beside.change')}
        </button>
      )}
      {options.notification && <Notify view={view} />}
    </section>
  )
}

/** Asks the browser at a press, which is when browsers let us ask. */
const Notify = ({ view }: { view: ViewContext }) => {
  const t = view.context.translator(besideMessages)
  const permission = useSignal(typeof Notification === 'undefined' ? 'denied' : Notification.permission)
  const ask = (): void =>
    void Notification.requestPermission().then((given) => void (permission.value = given), view.context.report)
  return permission.value === 'default' ? (
    <button type="button" class="button s" onClick={ask}>
      {t('beside.notify')}
    </button>
  ) : (
    <p class="quiet small">{t(permission.value === 'granted' ? 'beside.notified' : 'beside.refused')}</p>
  )
}
