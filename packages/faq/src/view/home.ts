import type { FeatureContext, View } from '@docent/core'
import { mountView } from '@docent/ui/parts'
import { h } from 'preact'
import type { HelpModel } from '../model.ts'
import { PageCard, SearchCard } from './HomeCards.tsx'
import styles from './home.css?inline'

/** The way into search on the home screen. */
export const searchCard = (context: FeatureContext): View => mountView(() => h(SearchCard, { context }))

/** Articles for the page the visitor is on; nothing where there are none. */
export const pageCard = (context: FeatureContext, load: () => Promise<HelpModel>): View =>
  mountView(() => h(PageCard, { context, load }), styles)
