import type { FeatureContext, View } from '@docent/core'
import { mountView } from '@docent/ui/parts'
import { h } from 'preact'
import type { ChecklistModel } from '../model.ts'
import { ChecklistCards } from './ChecklistCards.tsx'
import { ChecklistView } from './ChecklistView.tsx'
import styles from './checklist.css?inline'

/** The view behind `open('checklist')`; the route is the checklist's id. */
export const panel = (context: FeatureContext, model: ChecklistModel): View =>
  mountView(({ route }) => h(ChecklistView, { context, model, route }), styles)

/** The card on the home screen. */
export const home = (context: FeatureContext, model: ChecklistModel): View =>
  mountView(() => h(ChecklistCards, { context, model }), styles)
