import type { Plan } from './plan.ts'
import type { Outcome } from './simulate.ts'

const ruleOf = (violation: string): string => violation.split(':')[0] ?? ''

/** Leaves out of a failing plan what it fails without: the first rule that it broke stays broken. */
export async function shrink(failed: Outcome, run: (plan: Plan) => Promise<Outcome>): Promise<Outcome> {
  const rule = ruleOf(failed.violations[0] ?? '')
  const stillFails = ({ violations }: Outcome): boolean => violations.some((violation) => ruleOf(violation) === rule)
  let smallest = failed
  for (let size = Math.ceil(failed.plan.steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < smallest.plan.steps.length; ) {
      const { steps } = smallest.plan
      const outcome = await run({ ...smallest.plan, steps: [...steps.slice(0, at), ...steps.slice(at + size)] })
      if (stillFails(outcome)) smallest = outcome
      else at += size
    }
  }
  return smallest
}
