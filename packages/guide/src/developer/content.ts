import type { Explanation, FeatureContext } from '@docent/core'
import type { GuideOptions } from '../options.ts'

/** What the panel lists: as `readDefinitions()` answers it, or written by hand. */
export interface DeveloperContent {
  readonly guide?: GuideOptions
  readonly checklist?: {
    readonly checklists: readonly { readonly id: string; readonly tasks: readonly { readonly id: string }[] }[]
  }
}

export interface Row {
  readonly kind: 'tour' | 'hotspot' | 'banner' | 'nudge' | 'tip' | 'checklist'
  readonly id: string
  /** In words: `at step “client”`, `completed`, `2 of 5 done`. */
  readonly state: string
  /** Steps to jump to. */
  readonly steps: readonly string[]
  /** A tour that has begun. */
  readonly isRunning?: boolean
  /** Why it is, or is not, on the screen; absent where nothing asks for a place now. */
  readonly why?: Explanation | undefined
}

type Context = Pick<FeatureContext, 'state'>

/** Everything there is, with what this visitor has done with it. */
export function rowsOf(
  { guide = {}, checklist }: DeveloperContent,
  { state }: Context,
  explanations: readonly Explanation[],
): readonly Row[] {
  const why = (id: string) => explanations.find((one) => one.id === `guide/${id}`)
  const answered = (id: string): string =>
    ['completed', 'dismissed'].find((how) => state.get(`guide/${id}/${how}`) !== undefined) ?? ''
  const current = Object(state.get('guide/current')) as { readonly tour?: string; readonly step?: string }
  const { tours = [], tips = [], hotspots = [], banners = [], nudges = [] } = guide
  const shown = (kind: Row['kind'], { id }: { readonly id: string }): Row => {
    const asks = why(id)
    return { kind, id, steps: [], why: asks, state: answered(id) || (asks?.shown ? 'shown' : 'waiting') }
  }
  return [
    ...tours.map((tour): Row => {
      const running = current.tour === tour.id ? `at step “${current.step}”` : ''
      const idle = tour.when ? 'waiting' : 'on demand'
      return {
        ...{ kind: 'tour', id: tour.id, steps: tour.steps.map(({ id }) => id), why: why(tour.id) },
        isRunning: running !== '',
        state: running || answered(tour.id) || idle,
      }
    }),
    ...hotspots.map((one) => shown('hotspot', one)),
    ...banners.map((one) => shown('banner', one)),
    ...nudges.map((one) => shown('nudge', one)),
    ...tips.map(({ id }): Row => ({ kind: 'tip', id, steps: [], state: 'on hover and focus' })),
    ...(checklist?.checklists ?? []).map(({ id, tasks }): Row => {
      const done = tasks.filter((task) => Number(state.get(`checklist/${id}/${task.id}`) ?? 0) > 0).length
      return { kind: 'checklist', id, steps: [], state: `${done} of ${tasks.length} done` }
    }),
  ]
}
