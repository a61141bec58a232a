import type { FeatureContext, Targeting } from '@docent/core'
import { untracked } from '@preact/signals-core'
import type { HotspotDefinition } from '../options.ts'

type Notice = Pick<HotspotDefinition, 'id' | 'when' | 'until'>

export interface NoticeRecord {
  /** Neither closed nor used, and its rule holds. Within an effect it subscribes. */
  isDue(notice: Notice): boolean
  /** For good, on every device. */
  close(notice: Notice): void
  /** It is on the screen: once what it points at is used, that is kept. Answers how to end it. */
  retire(notice: Notice): void
}

export function createNoticeRecord(
  { clock, state, track }: Pick<FeatureContext, 'clock' | 'state' | 'track'>,
  evaluate: Targeting['evaluate'],
): NoticeRecord {
  const isTrue = (rule: Notice['when']): boolean => rule !== undefined && evaluate(rule).verdict === true
  const keep = (id: string, how: string): void =>
    state.put({ key: `guide/${id}/${how}`, value: clock.now(), merge: 'max' })
  return {
    isDue({ id, when, until }) {
      const entries = state.entries.value
      if (!entries || entries.has(`guide/${id}/dismissed`) || entries.has(`guide/${id}/completed`)) return false
      return (!when || isTrue(when)) && !isTrue(until)
    },
    close({ id }) {
      keep(id, 'dismissed')
      track('notice_dismissed', { id })
    },
    retire({ id, until }) {
      if (!untracked(() => isTrue(until))) return
      keep(id, 'completed')
      track('notice_retired', { id, why: 'feature_used' })
    },
  }
}
