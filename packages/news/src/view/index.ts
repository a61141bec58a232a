import type { FeatureContext, View } from '@docent/core'
import { mountView } from '@docent/ui/parts'
import { h } from 'preact'
import type { NewsModel } from '../model.ts'
import { NewsView } from './NewsView.tsx'
import styles from './news.css?inline'

/** The news in the panel. */
export const panel = (context: FeatureContext, model: NewsModel): View =>
  mountView(() => h(NewsView, { context, model }), styles)
