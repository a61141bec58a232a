import type { FeatureContext, View } from '@docent/core'
import { mountView } from '@docent/ui/parts'
import { h } from 'preact'
import type { HelpModel } from '../model.ts'
import styles from './home.css?inline'
import { PageCard } from './PageCard.tsx'

/** Articles for the page the visitor is on; nothing where there are none. */
export const pageCard = (context: FeatureContext, load: () => Promise<HelpModel>): View =>
  mountView(() => h(PageCard, { context, load }), styles)
