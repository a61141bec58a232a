import { computed, type ReadonlySignal, signal, untracked } from '@preact/signals-core'
import { createHostDialogSignal } from '../../browser/host-dialog.ts'
import { type TabTurn, takeTabTurn } from '../../browser/tab-turn.ts'
import { createTypingSignal } from '../../browser/typing.ts'
import type { FeatureContext } from '../../feature.ts'
import type { Cap } from '../../options.ts'
import type { DecidedGate, Slot, SurfaceRequest } from '../orchestrator-types.ts'
import { createCaps } from './caps.ts'

/** How what comes by itself behaves: when it waits, how often it comes, and that it comes in one tab. */
export interface Manners {
  /** `isDue`: its rule is true. What is shown already keeps its turn. */
  gates(request: SurfaceRequest, isDue: boolean, isShown: boolean): readonly DecidedGate[]
  /** It came. */
  shown(request: SurfaceRequest): void
  /** It went, or is not wanted any more. */
  left(request: SurfaceRequest): void
}

/** A chunk of its own, asked for when the first automatic surface is due: what people ask for needs none of this. */
export function createManners(
  context: FeatureContext,
  unread: ReadonlySignal<number>,
  capsGiven: readonly Cap[] = [],
): Manners {
  const { scope, page, clock, panel, app } = context
  const hostDialog = createHostDialogSignal(scope)
  const typing = createTypingSignal(scope)
  const holds: readonly (readonly [gate: string, isHeld: ReadonlySignal<boolean>])[] = [
    ['page-visible', computed(() => !page.visible.value)],
    ['not-typing', typing],
    ['no-host-dialog', hostDialog],
    ['panel-closed', computed(() => panel.value !== undefined)],
    ['nothing-unread', computed(() => unread.value > 0)],
  ]
  const moment = (): number => {
    void [page.url.value, page.visible.value]
    return clock.now()
  }
  const caps = createCaps(context, capsGiven, moment)
  const delay = createDelays(context)
  const turns = createTurns(`docent/${app}/turn`)
  scope.add(turns.endAll)
  return {
    gates(request, isDue, isShown) {
      const gates: DecidedGate[] = [
        ...holds.map(([gate, isHeld]) => ({ gate, verdict: !isHeld.value })),
        ...caps.gates(request),
        ...(request.delayMs ? [{ gate: 'delay', verdict: delay.isOver(request, isDue) }] : []),
      ]
      const isReady = isDue && gates.every(({ verdict }) => verdict === true)
      return [...gates, { gate: 'one-tab', verdict: turns.isOurs(request, isReady || isShown) }]
    },
    shown: caps.count,
    left(request) {
      delay.forget(request)
      turns.end(request)
    },
  }
}

/** The delay of a request counts while its rule is true, and begins anew when it was not. */
function createDelays({ clock, scope }: Pick<FeatureContext, 'clock' | 'scope'>) {
  const running = new Map<
    SurfaceRequest,
    { readonly isOver: ReadonlySignal<boolean>; readonly stop: AbortController }
  >()
  const forget = (request: SurfaceRequest): void => {
    running.get(request)?.stop.abort()
    running.delete(request)
  }
  scope.add(() => [...running.keys()].forEach(forget))
  const begin = (request: SurfaceRequest) => {
    const isOver = signal(false)
    const stop = new AbortController()
    void clock.wait(request.delayMs ?? 0, stop.signal).then(() => {
      if (!stop.signal.aborted) isOver.value = true
    })
    const delay = { isOver, stop }
    running.set(request, delay)
    return delay
  }
  return {
    forget,
    isOver(request: SurfaceRequest, isDue: boolean): boolean {
      if (!isDue) forget(request)
      return isDue && (running.get(request) ?? begin(request)).isOver.value
    },
  }
}

/** The turn of each slot over all tabs: taken when something is ready, given back when nothing of it is. */
function createTurns(name: string) {
  const turns = new Map<Slot, TabTurn & { readonly users: Set<SurfaceRequest> }>()
  const end = (request: SurfaceRequest): void => {
    const turn = turns.get(request.slot)
    if (!turn?.users.delete(request) || turn.users.size > 0) return
    turns.delete(request.slot)
    turn.end()
  }
  return {
    end,
    endAll: () => turns.forEach((turn) => void turn.end()),
    isOurs(request: SurfaceRequest, isReady: boolean): boolean | 'unknown' {
      if (!isReady) {
        untracked(() => end(request))
        return 'unknown'
      }
      const turn = turns.get(request.slot) ?? { ...takeTabTurn(`${name}/${request.slot}`), users: new Set() }
      turns.set(request.slot, turn)
      turn.users.add(request)
      return turn.granted.value
    },
  }
}
