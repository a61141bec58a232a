import { type Signal, untracked } from '@preact/signals-core'
import { onDeadClicks } from '../../browser/dead-clicks.ts'
import { onErrorShown } from '../../browser/errors-shown.ts'
import type { FeatureContext } from '../../feature.ts'
import { detailsOf } from '../../measure/details-of.ts'
import { pathOf } from '../../path-of.ts'
import type { StruggleKind } from '../../rules/rule.ts'

/** The same error this often on one page is no slip any more. */
const repeatedErrors = 3
const repeatedSearches = 2
/** Nobody reads a page of an app for longer without doing anything there, ms. */
const longDwellMs = 180_000

/** Notices that the visitor struggles on this page, tracks it, and forgets it when they move on. */
export function detectStruggles(context: FeatureContext, struggles: Signal<readonly StruggleKind[] | undefined>): void {
  const { scope, page, clock, track, onTrack } = context
  const errors = new Map<string, number>()
  let emptySearches = 0
  const found = (kind: StruggleKind): void => {
    const known = struggles.peek() ?? []
    if (known.includes(kind)) return
    struggles.value = [...known, kind]
    track('struggle_detected', { kind, page: pathOf(page.url.peek()) })
  }
  const countError = (name: string): void => {
    const times = (errors.get(name) ?? 0) + 1
    errors.set(name, times)
    if (times >= repeatedErrors) found('repeated_error')
  }
  let path: string | undefined
  scope.effect(() => {
    const next = pathOf(page.url.value)
    if (next === path) return
    path = next
    errors.clear()
    struggles.value = []
  })
  onTrack((event) => {
    const details = detailsOf(event)
    if (event.name === 'error_shown') countError(JSON.stringify(details?.code ?? ''))
    if (event.name !== 'help_searched') return
    emptySearches = details?.results === 0 ? emptySearches + 1 : 0
    if (emptySearches >= repeatedSearches) found('repeated_empty_search')
  })
  onErrorShown(scope, countError)
  onDeadClicks(scope, clock, () => found('rage_click'))
  followDwell()

  /** Begins anew with every page, return, and event of the app. */
  function followDwell(): void {
    let waiting = new AbortController()
    const begin = (): void => {
      waiting.abort()
      if (scope.signal.aborted || !page.visible.peek()) return
      const { signal } = (waiting = new AbortController())
      void clock.wait(longDwellMs, signal).then(() => signal.aborted || scope.signal.aborted || found('long_dwell'))
    }
    scope.add(() => waiting.abort())
    scope.effect(() => {
      void [pathOf(page.url.value), page.visible.value]
      untracked(begin)
    })
    onTrack(({ name }) => name === 'struggle_detected' || begin())
  }
}
