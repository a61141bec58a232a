import type { BugReport, ConversationReason } from '@docent/protocol'
import { Icon, iconAlert, iconChat, iconHelp, iconPlus } from '@docent/ui/parts'
import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import type { Opening } from '../../acts.ts'
import type { ViewContext } from '../view-context.ts'
import { makeReport } from './make-report.ts'
import { ReportConsent } from './ReportConsent.tsx'
import { reportMessages } from './report-messages.ts'

const reasons: readonly (readonly [ConversationReason, icon: string])[] = [
  ['bug', iconAlert],
  ['confusing', iconHelp],
  ['missing-feature', iconPlus],
  ['question', iconChat],
]

/** What a new conversation is about. With a bug goes what helps to find it, where the visitor leaves it in. */
export const Reasons = ({ view }: { view: ViewContext }) => {
  const { context, model, options } = view
  const t = context.translator(reportMessages)
  const name = useId()
  const found = useSignal<Signal<Opening> | undefined>(undefined)
  const report = useSignal<BugReport | undefined>(undefined)
  useEffect(() => {
    model.acts().then(({ opening }) => void (found.value = opening), context.report)
  }, [])
  const opening = found.value
  const reason = opening?.value.reason
  const choose = (next: ConversationReason): void => {
    if (!opening) return
    const { report: _, ...others } = opening.peek()
    report.value = next === 'bug' ? makeReport(context, options.bugReport) : undefined
    opening.value = { ...others, reason: next, ...(report.value && { report: report.value }) }
  }
  useEffect(() => {
    // Asked for from elsewhere: what goes with it is shown all the same.
    if (reason === 'bug' && !report.peek()) choose('bug')
  }, [reason])
  return (
    <fieldset class="topics">
      <legend class="eyebrow">{t('report.reason')}</legend>
      {reasons.map(([value, icon]) => (
        <label key={value} class="topic">
          <Icon path={icon} />
          <span class="grow">{t(`report.${value}`)}</span>
          <input
            type="radio"
            name={name}
            checked={reason === value}
            disabled={!opening}
            onChange={() => choose(value)}
          />
        </label>
      ))}
      {opening && report.value && <ReportConsent t={t} report={report.value} opening={opening} />}
    </fieldset>
  )
}
