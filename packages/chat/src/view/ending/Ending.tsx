import type { Capabilities, Conversation } from '@docent/protocol'
import { adopts } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import type { ViewContext } from '../view-context.ts'
import styles from './ending.css?inline'
import { endingMessages } from './ending-messages.ts'
import { saveTranscript } from './save-transcript.ts'

const adoptEnding = adopts(styles)
const scores = [1, 2, 3, 4, 5]

/** After the answer: did it solve it, how was it, the way back, and a copy to keep. What the backend cannot do is not offered. */
export const Ending = ({ view, conversation }: { view: ViewContext; conversation: Conversation }) => {
  const { context, model } = view
  const t = context.translator(endingMessages)
  const { id, rating } = conversation
  const { commands = [], queries = [] }: Partial<Capabilities> = model.link.capabilities.value ?? {}
  const said = useSignal<{ solved?: boolean; score?: number }>({ ...rating })
  const { solved, score } = said.value
  const to = { id }
  const rate = (what: { solved: boolean } | { score: number }): void => {
    said.value = { ...said.value, ...what }
    model.link.send('conversation-rate', { to, ...what }).catch(context.report)
  }
  const reopen = (): void => void model.link.send('conversation-reopen', { to }).catch(context.report)
  return (
    <section ref={adoptEnding} class="foot ending" aria-label={t('ending.closed')}>
      <p class="small quiet">{t('ending.closed')}</p>
      {commands.includes('conversation-rate') && (
        <div class="row tight" role="group" aria-label={t('ending.solved')}>
          <span class="grow title">{t(solved === undefined ? 'ending.solved' : 'ending.noted')}</span>
          {[true, false].map((value) => (
            <button
              key={value}
              type="button"
              class="button s"
              aria-pressed={solved === value}
              onClick={() => rate({ solved: value })}
            >
              {t(value ? 'ending.yes' : 'ending.no')}
            </button>
          ))}
        </div>
      )}
      {solved !== undefined && (
        <div class="scores" role="group" aria-label={t('ending.rate')}>
          <span class="small">{t('ending.rate')}</span>
          {scores.map((value) => (
            <button
              key={value}
              type="button"
              class="button s num"
              aria-label={t('ending.score', { score: value })}
              aria-pressed={score === value}
              onClick={() => rate({ score: value })}
            >
              {value}
            </button>
          ))}
        </div>
      )}
      <div class="ways">
        {solved === false && commands.includes('conversation-reopen') && (
          <button type="button" class="link" onClick={reopen}>
            {t('ending.reopen')}
          </button>
        )}
        {queries.includes('transcript') && (
          <button type="button" class="link" onClick={() => saveTranscript(view, id).catch(context.report)}>
            {t('ending.transcript')}
          </button>
        )}
      </div>
    </section>
  )
}
