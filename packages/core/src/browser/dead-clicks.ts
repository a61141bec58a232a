import type { Scope } from '../scope.ts'
import type { Clock } from './clock.ts'

/** Clicks on one spot, this many, within this time, px and ms. */
const enough = { clicks: 3, withinPx: 30, withinMs: 1000 }
/** So long after the last one something may still happen, ms. */
const patienceMs = 700

/** Text is selected by clicking on it twice and three times, and a stepper is meant to be clicked often: it changes something elsewhere. */
const exempt = 'input,textarea,select,option,[contenteditable]'

/** Tells of someone who clicks again and again on the same spot, and nothing on the page outside of it changes. */
export function onDeadClicks(scope: Scope, clock: Clock, told: () => void): void {
  let burst: { readonly x: number; readonly y: number; readonly at: number; clicks: number } | undefined
  let patience = new AbortController()
  const mutations = new MutationObserver((records) => {
    if (records.some(({ target }) => isElsewhere(target))) end()
  })
  let spot: Element | undefined
  const isElsewhere = (node: Node): boolean => !spot?.contains(node)
  function end(): void {
    patience.abort()
    mutations.disconnect()
    burst = undefined
  }
  async function settle(): Promise<void> {
    patience.abort()
    const { signal } = (patience = new AbortController())
    await clock.wait(patienceMs, signal)
    if (signal.aborted || scope.signal.aborted) return
    const isDead = burst && burst.clicks >= enough.clicks && !hasSelection()
    end()
    if (isDead) told()
  }
  document.addEventListener(
    'click',
    ({ target, clientX: x, clientY: y, timeStamp: at, detail }) => {
      // By key it has no place, and our own widget is not the host's page.
      if (!(target instanceof Element) || detail === 0 || target.localName === 'docent-widget') return
      if (target.closest(exempt)) return end()
      const isNear = burst && Math.hypot(x - burst.x, y - burst.y) <= enough.withinPx
      if (burst && isNear && at - burst.at <= enough.withinMs) burst.clicks++
      else {
        end()
        burst = { x, y, at, clicks: 1 }
        spot = target
        mutations.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      }
      void settle()
    },
    { capture: true, signal: scope.signal },
  )
  scope.add(end)
}

const hasSelection = (): boolean => !getSelection()?.isCollapsed
