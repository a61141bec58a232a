import type { FeatureContext, Translate } from '@docent/core'
import type { HelpArticleEntry } from '@docent/protocol'
import { Icon, iconUp } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import { rate, ratingOf } from '../more/reading.ts'
import type { articleMessages } from './messages.ts'

const reasons = ['unclear', 'incomplete', 'outdated', 'other'] as const

interface FeedbackProps {
  readonly context: FeatureContext
  readonly t: Translate<typeof articleMessages>
  readonly entry: HelpArticleEntry
}

/** Did it solve it? The answer can be changed, and a no leads on to a person. */
export function Feedback({ context, t, entry }: FeedbackProps) {
  const rating = ratingOf(context, entry.id)
  const isAnswered = useSignal(false)
  const canAsk = context.services.get('startConversation') !== undefined
  const answerWith = (helpful: boolean): void => {
    isAnswered.value = true
    if (helpful !== rating) rate(context, entry.id, helpful)
  }
  const reason = useSignal<string | undefined>(undefined)
  const answer = rating ? t('help.thanks') : t(canAsk ? 'help.sorry' : 'help.sorry-alone')
  return (
    <div class="feedback" role="group" aria-label={t('help.solved')}>
      <span class="grow" role="status">
        {isAnswered.value ? answer : t('help.solved')}
      </span>
      {([true, false] as const).map((helpful) => (
        <button
          key={String(helpful)}
          type="button"
          class="button s"
          aria-pressed={rating === helpful}
          onClick={() => answerWith(helpful)}
        >
          <span class={helpful ? '' : 'down'}>
            <Icon path={iconUp} small />
          </span>
          {t(helpful ? 'help.yes' : 'help.no')}
        </button>
      ))}
      {rating === false && isAnswered.value && (
        <div class="reasons" role="group" aria-label={t('help.why')}>
          {reasons.map((name) => (
            <button
              key={name}
              type="button"
              class="button s"
              aria-pressed={reason.value === name}
              onClick={() => {
                reason.value = name
                rate(context, entry.id, false, name)
              }}
            >
              {t(`help.reason-${name}`)}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
