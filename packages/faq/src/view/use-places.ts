import type { FeatureContext } from '@docent/core'
import { type ReadonlySignal, type Signal, useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { Trail } from '../feature.ts'
import { isList } from './route.ts'

/** A place the visitor has been to, as they left it. */
export interface Visit {
  readonly route: string
  scrollPx: number
  /** The article that was opened from here. */
  opened?: string
}

export interface Places {
  readonly current: ReadonlySignal<Visit>
  /** Articles are read in a wide panel. */
  readonly isWide: Signal<boolean>
  back(): void
  go(route: string): void
}

/** The way through the help centre: back leads to where one was, at the same line, and out of it to where one came from. */
export function usePlaces(context: FeatureContext, trail: Trail): Places {
  const stack = useRef<Visit[]>([])
  const current = useSignal<Visit>({ route: context.panel.peek()?.route ?? '', scrollPx: 0 })
  useSignalEffect(() => {
    const place = context.panel.value
    const here = current.peek()
    // A closed panel keeps its place.
    if (place?.feature !== 'faq' || place.route === here.route) return
    const { route } = place
    const isThere = (visit?: Visit): visit is Visit =>
      visit !== undefined && (visit.route === route || (isList(visit.route) && isList(route)))
    const last = stack.current.at(-1)
    if (isThere(here)) current.value = { ...here, route }
    else if (isThere(last)) {
      stack.current.pop()
      current.value = last
    } else {
      stack.current.push(here)
      current.value = { route, scrollPx: 0 }
    }
  })
  return {
    current,
    isWide: useSignal(false),
    go(route) {
      current.peek().opened = route
      context.open('faq', route)
    },
    back() {
      const last = stack.current.at(-1)
      if (last) context.open('faq', last.route)
      else context.open(trail.from?.feature ?? 'faq', trail.from?.route)
    },
  }
}
