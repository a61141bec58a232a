import type { Rule } from '@docent/core'
import { expect, it } from 'vitest'
import type { StepDefinition, TourDefinition } from '../options.ts'
import { reduceTour, type TourProgress } from '../reduce.ts'
import { reduceBranching } from './branch.ts'

const plain = (id: string, more: Partial<StepDefinition> = {}): StepDefinition => ({ id, title: id, text: id, ...more })
const isPro: Rule = { kind: 'attr', where: { plan: 'pro' } }
const tour: TourDefinition = {
  id: 'survey',
  steps: [
    plain('hello'),
    plain('sort', { kind: 'hidden', next: [{ to: 'score', when: isPro }] }),
    plain('about'),
    plain('score', {
      kind: 'question',
      question: { kind: 'rating', from: 0, to: 10 },
      next: [{ to: 'why', answer: { atMost: 6 } }, { to: 'thanks', answer: { atLeast: 9 } }, {}],
    }),
    plain('why'),
    plain('thanks'),
  ],
}

function walk(plan: string) {
  const evaluate = (rule: Rule) => ({ rule, verdict: plan === 'pro' }) as const
  const reduce = reduceBranching(evaluate, reduceTour)
  let progress: TourProgress | undefined = { tour: 'survey', step: tour.steps[0]?.id ?? '', startedAt: 1 }
  const step = () => progress?.step
  return {
    step,
    next(answer?: string | number) {
      progress = reduce([tour], progress, { type: 'advance', from: step() ?? '', answer })
      return step()
    },
    back() {
      progress = reduce([tour], progress, { type: 'back', from: step() ?? '' })
      return step()
    },
  }
}

it('goes on to the step that a rule says, else to the next', () => {
  const [pro, free] = [walk('pro'), walk('free')]
  expect([pro.next(), pro.next(), free.next(), free.next()]).toEqual(['sort', 'score', 'sort', 'about'])
})

it('goes where the answer leads, and ends where the branch names no step', () => {
  const after = (answer?: number) => {
    const { next } = walk('pro')
    next()
    next()
    return next(answer)
  }
  expect([after(0), after(6), after(9), after(7), after()]).toEqual(['why', 'why', 'thanks', undefined, undefined])
})

it('goes back the way that was come, past what was never seen', () => {
  const { next, back } = walk('pro')
  next()
  next()
  expect(next(10)).toBe('thanks')
  expect([back(), back(), back()]).toEqual(['score', 'hello', 'hello'])
})

it('changes nothing by an act on another step', () => {
  const { next, step } = walk('pro')
  next()
  const evaluate = (rule: Rule) => ({ rule, verdict: true }) as const
  const progress: TourProgress = { tour: 'survey', step: step() ?? '', startedAt: 1 }
  const act = { type: 'advance', from: 'hello' } as const
  expect(reduceBranching(evaluate, reduceTour)([tour], progress, act)).toBe(progress)
})
