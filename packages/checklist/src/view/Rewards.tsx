import type { FeatureContext } from '@docent/core'
import type { Id } from '@docent/protocol'
import { Announce, adopts } from '@docent/ui/parts'
import { useEffect } from 'preact/hooks'
import type { Checklist } from '../reduce.ts'
import { milestoneSeenKey, rewardsOf } from '../rewards.ts'
import { rewardMessages } from './reward-messages.ts'
import styles from './rewards.css?inline'

const adoptRewards = adopts(styles)

export interface RewardsProps {
  readonly context: FeatureContext
  readonly checklist: Checklist
}

/** Points, badges, and the milestone that was just reached. A chunk of its own, for checklists that have them. */
export function Rewards({ context, checklist }: RewardsProps) {
  const { state, clock } = context
  const t = context.translator(rewardMessages)
  const seenKey = (milestone: Id): string => milestoneSeenKey(checklist.definition.id, milestone)
  const { points, pointsAtMost, milestones, badges } = rewardsOf(checklist, state.get)
  const fresh = milestones.findLast(({ id, reached }) => reached && state.get(seenKey(id)) === undefined)
  const isSeen = context.panel.value !== undefined
  useEffect(() => {
    // It stays until the list is left: what was seen is kept when it goes.
    if (!fresh || !isSeen) return
    return () => state.put({ key: seenKey(fresh.id), value: clock.now(), merge: 'max' })
  }, [fresh?.id, isSeen])
  return (
    <div ref={adoptRewards} class="rewards stack tight">
      {fresh && <p class="milestone">{t('milestone', { title: fresh.title })}</p>}
      {(pointsAtMost > 0 || badges.length > 0) && (
        <p class="row tight small quiet">
          {pointsAtMost > 0 && <span>{t('points', { points, most: pointsAtMost })}</span>}
          {badges.map(({ title, earned }) => (
            <span key={title} class={`badge ${earned ? 'earned' : ''}`}>
              <svg viewBox="0 0 20 20" aria-hidden="true">
                <circle cx="10" cy="8" r="5" />
                <path d="m7 12-1 6 4-2 4 2-1-6" />
              </svg>
              {title}
              <span class="hidden">{t(earned ? 'earned' : 'open')}</span>
            </span>
          ))}
        </p>
      )}
      <Announce text={fresh ? t('milestone', { title: fresh.title }) : ''} />
    </div>
  )
}
