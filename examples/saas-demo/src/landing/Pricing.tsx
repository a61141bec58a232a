import { plans, trialDays } from '../../shared/plans.ts'
import { PageHead } from '../parts/PageHead.tsx'
import { PlanCard } from '../parts/PlanCard.tsx'

const questions = [
  {
    question: 'What happens after the trial?',
    answer: 'You are on Starter until you choose a plan. Everything you wrote stays, readable and printable.',
  },
  {
    question: 'Can I change the plan later?',
    answer:
      'At any time, under Billing. It takes effect at once. To go down, remove the members the smaller plan has no room for.',
  },
  {
    question: 'Which countries does Paperlane know?',
    answer:
      'The 27 of the EU with all their VAT rates, and Canada, Iceland, Norway, Switzerland, Ukraine, the United Kingdom and the United States.',
  },
]

export function Pricing() {
  return (
    <div class="pricing">
      <PageHead title="Pricing" />
      <p class="lead">Every account starts with {trialDays} days of Pro. Prices are without VAT.</p>
      <section class="plans" aria-labelledby="all-plans">
        <h2 class="hidden" id="all-plans">
          Plans
        </h2>
        {plans.map((plan) => (
          <PlanCard key={plan.id} plan={plan}>
            <a class={plan.id === 'pro' ? 'button primary' : 'button'} href="/sign-up">
              Start with {plan.name}
            </a>
          </PlanCard>
        ))}
      </section>
      <section aria-labelledby="questions">
        <h2 id="questions">Questions</h2>
        <dl class="questions">
          {questions.map(({ question, answer }) => (
            <div key={question}>
              <dt>{question}</dt>
              <dd>{answer}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}
