import { type FeatureContext, keysWith, type VisitorFacts } from '@docent/core'
import type { Signal } from '@preact/signals-core'
import { isAddress, type TourDefinition } from '../options.ts'
import type { TourProgress } from '../reduce.ts'

/** What the panel can do to the widget that no visitor can. */
export interface Acts {
  /** Starts a tour, and goes on to one of its steps. */
  jump(tour: TourDefinition, step: string): void
  /** This browser forgets what the visitor has done with it, and loads the page anew; what the backend keeps of it comes back. */
  reset(prefix: string): Promise<void>
  /** The stage of rules, unless the app has its own. `''`: as it was. */
  pretendStage(stage: string): void
  pretendLocale(locale: string): void
  /** Puts the widget's clock forward, until the page is loaded anew. */
  passDays(days: number): void
}

const dayMs = 86_400_000

export function createActs(context: FeatureContext): Acts {
  const { clock, locale, navigate, page, scope, services, state, storage, visitor } = context
  const { now } = clock
  let aheadMs = 0
  const own = { locale: locale.peek(), stage: visitor.peek().traits.stage }
  // Signals to everyone else are only to be read.
  const [visitorSignal, localeSignal] = [visitor, locale] as readonly [Signal<VisitorFacts>, Signal<string>]
  scope.add(() => Object.assign(clock, { now }))
  return {
    jump({ id, steps }, step) {
      const askedAt = clock.now()
      const waiting = scope.child()
      waiting.effect(() => {
        const current = Object(state.get('guide/current')) as Partial<TourProgress>
        if (current.tour !== id || Number(current.startedAt) < askedAt) return
        // It has begun, at its first step.
        queueMicrotask(() => {
          if (waiting.signal.aborted) return
          waiting.dispose()
          state.put({ key: 'guide/current', value: { ...current, step }, merge: 'last' })
          const to = steps.find((one) => one.id === step)?.page
          if (to && isAddress(to)) navigate(to)
        })
      })
      services.get('startGuide')?.(id)
    },
    async reset(prefix) {
      const entries = await storage.read(keysWith(`state/${prefix}`))
      if (entries.length > 0) await storage.write(entries.map(([key]) => ({ key, value: undefined })))
      page.go(page.url.peek())
    },
    pretendStage(stage) {
      const { stage: _, ...traits } = visitor.peek().traits
      const next = stage || own.stage
      visitorSignal.value = { ...visitor.peek(), traits: { ...traits, ...(next !== undefined && { stage: next }) } }
    },
    pretendLocale: (to) => void (localeSignal.value = to || own.locale),
    passDays(days) {
      aheadMs += days * dayMs
      Object.assign(clock, { now: () => now() + aheadMs })
    },
  }
}
