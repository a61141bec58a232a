import type { FeatureContext } from '@docent/core'
import { Icon, iconNext, Ring } from '@docent/ui/parts'
import { checklistMessages } from '../messages.ts'
import type { ChecklistModel } from '../model.ts'

/** One card for each checklist that has something to say, nothing otherwise. */
export function ChecklistCards({ context, model }: { context: FeatureContext; model: ChecklistModel }) {
  const t = context.translator(checklistMessages)
  const shown = model.shown.value
  const cards = shown.map(({ definition, done, total, next }) => (
    <button
      key={definition.id}
      type="button"
      class="card cardbtn row"
      onClick={() => context.open('checklist', definition.id)}
    >
      <Ring value={done / total} />
      <span class="stack tight grow">
        <span class="title one">{definition.title}</span>
        <span class="small quiet one">
          {next ? t('card', { done, total, task: next.title }) : t('all', { count: total })}
        </span>
      </span>
      <Icon path={iconNext} flip />
    </button>
  ))
  return cards[0] && <div class="stack">{cards}</div>
}
