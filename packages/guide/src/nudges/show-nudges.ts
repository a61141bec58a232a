import type { FeatureContext, Targeting } from '@docent/core'
import { durationMs } from '@docent/core/rules'
import { computed, untracked } from '@preact/signals-core'
import type { NudgeAnswer, NudgeDefinition } from './nudge-definition.ts'

const events: Readonly<Record<NudgeAnswer, string>> = {
  completed: 'nudge_clicked',
  dismissed: 'nudge_dismissed',
  snoozed: 'nudge_snoozed',
}

/** Asks for the turn of every nudge that the visitor has not answered. */
export function showNudges(
  context: FeatureContext,
  { orchestrator }: Targeting,
  nudges: readonly NudgeDefinition[],
): void {
  const { scope, state, clock, report, track, page } = context
  for (const nudge of nudges) {
    const { id, when, again, snooze, delayMs = 0, priority = 0, groups = [] } = nudge
    const keyOf = (how: NudgeAnswer): string => `guide/${id}/${how}`
    const isWaiting = computed((): boolean => {
      const entries = state.entries.value
      if (!entries) return false
      const answeredAt = Math.max(
        ...(['completed', 'dismissed'] as const).map((how) => Number(entries.get(keyOf(how))?.value ?? 0)),
      )
      // Time alone wakes nobody: asked again when the visitor moves on or comes back.
      void [page.url.value, page.visible.value]
      const snoozedAt = Number(entries.get(keyOf('snoozed'))?.value ?? 0)
      if (snooze && clock.now() - snoozedAt < durationMs(snooze)) return false
      return answeredAt === 0 || (again !== undefined && clock.now() - answeredAt >= durationMs(again))
    })
    const answer = (how: NudgeAnswer): void => {
      state.put({ key: keyOf(how), value: clock.now(), merge: 'max' })
      track(events[how], { id })
    }
    const show = (): (() => void) => {
      const shown = scope.child()
      const draw = async (): Promise<void> => {
        const [layer, { drawNudge }] = await Promise.all([context.layer(), import('./draw-nudge.ts')])
        if (shown.signal.aborted) return
        drawNudge(context, nudge, layer, answer, shown)
        track('nudge_seen', { id })
      }
      void draw().catch(report)
      return () => shown.dispose()
    }
    scope.effect(() => {
      if (!isWaiting.value) return
      const wish = {
        id: `guide/${id}`,
        slot: 'corner',
        reason: 'automatic',
        rule: when,
        delayMs,
        priority,
        groups,
        show,
      } as const
      const ticket = untracked(() => orchestrator.request(wish))
      return () => ticket.release()
    })
  }
}
