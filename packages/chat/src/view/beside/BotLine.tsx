import type { Conversation } from '@docent/protocol'
import { Icon, iconBot } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import type { ViewContext } from '../view-context.ts'
import { besideMessages } from './beside-messages.ts'

/** While a bot answers: how to stop what it is saying, and the way to a person. What the backend cannot do is not offered. */
export const BotLine = ({ view, conversation }: { view: ViewContext; conversation: Conversation }) => {
  const { context, model } = view
  const t = context.translator(besideMessages)
  const isAsked = useSignal(false)
  const to = { id: conversation.id }
  const { commands = [] } = model.link.capabilities.value ?? {}
  const said = model.state.value.threads[conversation.id]?.messages.findLast(({ author }) => author.kind === 'bot')
  const streaming = said?.state === 'streaming' ? said : undefined
  const isStopped = said?.state === 'stopped'
  const askPerson = (): void => {
    isAsked.value = true
    model.link.send('person-request', { to }).catch(context.report)
  }
  const stop = (messageId: string) => () => void model.link.send('answer-stop', { to, messageId }).catch(context.report)
  return (
    <div class="foot row tight bot" role="status">
      <Icon path={iconBot} small />
      <span class="grow small quiet">
        {t(isAsked.value ? 'beside.asked' : streaming ? 'beside.writing' : isStopped ? 'beside.stopped' : 'beside.bot')}
      </span>
      {streaming && commands.includes('answer-stop') && (
        <button type="button" class="button s" onClick={stop(streaming.id)}>
          {t('beside.stop')}
        </button>
      )}
      {!streaming && !isAsked.value && commands.includes('person-request') && (
        <button type="button" class="button s" onClick={askPerson}>
          {t('beside.person')}
        </button>
      )}
    </div>
  )
}
