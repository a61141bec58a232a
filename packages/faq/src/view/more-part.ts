import { type ReadonlySignal, signal } from '@preact/signals'

/** All views but the search: a chunk of their own, because many come to search and find. */
type More = typeof import('./more/index.ts')

export interface MorePart {
  readonly views: ReadonlySignal<More | undefined>
  readonly hasFailed: ReadonlySignal<boolean>
  /** Loads it; again after a failure. Never rejects. */
  load(): Promise<void>
}

export function createMorePart(report: (error: unknown) => void): MorePart {
  const views = signal<More | undefined>(undefined)
  const hasFailed = signal(false)
  return {
    views,
    hasFailed,
    async load() {
      if (views.peek()) return
      hasFailed.value = false
      try {
        views.value = await import('./more/index.ts')
      } catch (error) {
        hasFailed.value = true
        report(error)
      }
    },
  }
}
