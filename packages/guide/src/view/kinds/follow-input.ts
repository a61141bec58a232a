import { createScope, type FeatureContext, type Scope } from '@docent/core'
import type { Advance, StepDefinition } from '../../options.ts'
import type { TourControl } from '../../tour/tour-control.ts'

/** After the last key, ms. */
const quietMs = 1000

/** Goes on once the field has a value that passes. What is composed, with an input method, is no value yet. Answers how to end it. */
export function followInput(
  { clock, report }: Pick<FeatureContext, 'clock' | 'report'>,
  control: Pick<TourControl, 'advance'>,
  { id, advance }: StepDefinition,
  target: Element,
): (() => void) | undefined {
  if (advance?.kind !== 'input') return undefined
  const scope = createScope()
  let turn = scope.child()
  const check = async ({ signal }: Scope): Promise<void> => {
    const { value, validity } = target as HTMLInputElement
    if (value && validity?.valid !== false && (await passes(value, advance)) && !signal.aborted)
      control.advance(id, false)
  }
  const changed = (event: Event): void => {
    turn.dispose()
    turn = scope.child()
    const mine = turn
    if ((event as InputEvent).isComposing) return
    const waitMs = event.type === 'change' ? 0 : quietMs
    void clock
      .wait(waitMs, mine.signal)
      .then(() => (mine.signal.aborted ? undefined : check(mine)))
      .catch(report)
  }
  for (const type of ['input', 'change', 'compositionend'])
    target.addEventListener(type, changed, { signal: scope.signal })
  return scope.dispose
}

async function passes(value: string, { pattern, accepts }: Extract<Advance, { kind: 'input' }>): Promise<boolean> {
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) return false
  return accepts === undefined || (await accepts(value))
}
