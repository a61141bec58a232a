import type { FeatureContext, View } from '@docent/core'
import { lazily, mountView } from '@docent/ui/parts'
import { h } from 'preact'
import type { ChecklistModel } from '../model.ts'
import { ChecklistCards } from './ChecklistCards.tsx'
import { ChecklistView } from './ChecklistView.tsx'
import styles from './checklist.css?inline'

/** The view behind `open('checklist')`; the route is the checklist's id. */
export function panel(context: FeatureContext, model: ChecklistModel): View {
  const Celebration = lazily(async () => (await import('./Celebration.tsx')).Celebration, context.report)
  const Rewards = lazily(async () => (await import('./Rewards.tsx')).Rewards, context.report)
  return mountView(({ route }) => h(ChecklistView, { context, model, route, Celebration, Rewards }), styles)
}

/** The card on the home screen. */
export const home = (context: FeatureContext, model: ChecklistModel): View =>
  mountView(() => h(ChecklistCards, { context, model }), styles)
