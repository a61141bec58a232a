import type { StepDefinition, TourDefinition } from '@docent/guide'
import type { Target } from '@docent/protocol'
import type { Definitions } from 'docent/definitions'

/** A target that a page should have. */
export interface WantedTarget {
  /** `tours/first-invoice/start`. */
  readonly name: string
  /** Where it is written in the document. */
  readonly way: readonly (string | number)[]
  readonly target: Target
  /** The page it should be on, as the definitions say. Absent: any. */
  readonly page?: string
  /** A step before it on the same page waits for the visitor, who may have to act before it is there. */
  readonly isAfterAct: boolean
}

/** Every element that tours, tips and hotspots point at. */
export function collectTargets({ guide }: Definitions): readonly WantedTarget[] {
  const { tours = [], tips = [], hotspots = [] } = guide
  const alone = (kind: string, list: readonly { readonly id: string; readonly target: Target }[]): WantedTarget[] =>
    list.map(({ id, target }, index) => ({
      name: `${kind}/${id}`,
      way: [kind, index, 'target'],
      target,
      isAfterAct: false,
    }))
  return [...tours.flatMap(ofTour), ...alone('tips', tips), ...alone('hotspots', hotspots)]
}

/** A step without a page of its own is on that of the step before. */
function ofTour(tour: TourDefinition, at: number): WantedTarget[] {
  let page: string | undefined
  let isAfterAct = false
  return tour.steps.flatMap((step, index): WantedTarget[] => {
    if (step.page !== undefined && step.page !== page) isAfterAct = false
    page = step.page ?? page
    const { target } = step
    const wanted = target !== undefined && {
      ...{ name: `tours/${tour.id}/${step.id}`, way: ['tours', at, 'steps', index, 'target'], target, isAfterAct },
      ...(page !== undefined && { page }),
    }
    isAfterAct ||= waitsForAct(step)
    return wanted ? [wanted] : []
  })
}

const waitsForAct = ({ advance }: StepDefinition): boolean => advance !== undefined && advance.kind !== 'button'
