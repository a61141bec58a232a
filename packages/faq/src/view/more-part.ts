import { type ReadonlySignal, signal } from '@preact/signals'
import type { Bodies } from '../content/bodies.ts'
import type { HelpModel } from '../model.ts'

/** All views but the search: a chunk of their own, because many come to search and find. */
type More = typeof import('./more/index.ts') & { readonly bodies: Bodies }

export interface MorePart {
  readonly views: ReadonlySignal<More | undefined>
  readonly hasFailed: ReadonlySignal<boolean>
  /** Loads it; again after a failure. Never rejects. */
  load(): Promise<void>
}

export function createMorePart(model: HelpModel, report: (error: unknown) => void): MorePart {
  const views = signal<More | undefined>(undefined)
  const hasFailed = signal(false)
  return {
    views,
    hasFailed,
    async load() {
      if (views.peek()) return
      hasFailed.value = false
      try {
        const [more, bodies] = await Promise.all([import('./more/index.ts'), model.bodies()])
        views.value = { ...more, bodies }
      } catch (error) {
        hasFailed.value = true
        report(error)
      }
    },
  }
}
