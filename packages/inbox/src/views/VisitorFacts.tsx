import type { VisitorProfile } from '@docent/protocol'
import { factsOf } from '../visitor-facts.ts'
import type { ViewContext } from './view-context.ts'

export const VisitorFacts = ({ view, profile }: { view: ViewContext; profile: VisitorProfile }) => (
  <dl class="facts">
    {factsOf(profile, view.t, view.times).map(({ key, label, value, hint }) => (
      <div key={key}>
        <dt class="one">{label}</dt>
        <dd title={hint}>{value}</dd>
      </div>
    ))}
  </dl>
)
