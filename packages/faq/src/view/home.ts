import type { FeatureContext, View } from '@docent/core'
import { mountView } from '@docent/ui/parts'
import { h } from 'preact'
import { SearchCard } from './SearchCard.tsx'

/** The way into search on the home screen. */
export const searchCard = (context: FeatureContext): View => mountView(() => h(SearchCard, { context }))
