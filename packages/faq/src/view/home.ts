import type { FeatureContext, View } from '@docent/core'
import { mountView } from '@docent/ui/parts'
import { h } from 'preact'
import { SearchCard } from './SearchCard.tsx'

/** The way into search on the home screen; nothing where there is no help centre. */
export const searchCard = (context: FeatureContext, isThere: () => boolean): View =>
  mountView(() => h(SearchCard, { context, isThere }))
