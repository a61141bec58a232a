import type { FeatureContext } from '@docent/core'
import type { HelpModel } from '../model.ts'
import { ArticleView } from './ArticleView.tsx'
import type { ArticlePart } from './article-part.ts'
import { CategoryView } from './CategoryView.tsx'
import { ListView } from './ListView.tsx'
import { readRoute } from './route.ts'
import { type Places, usePlaces, type Visit } from './use-places.ts'

/** What every view of the help centre is given. */
export interface HelpViewProps {
  readonly context: FeatureContext
  readonly model: HelpModel
  readonly places: Places
  readonly visit: Visit
  readonly part: ArticlePart
}

/** The help centre: the view of the current place. */
export function HelpPanel({ context, model, part }: Pick<HelpViewProps, 'context' | 'model' | 'part'>) {
  const places = usePlaces(context, model.trail)
  const visit = places.current.value
  const route = readRoute(visit.route)
  const props = { context, model, places, visit, part }
  if (route.kind === 'article') return <ArticleView key={visit.route} {...props} route={route} />
  if (route.kind === 'category') return <CategoryView key={visit.route} {...props} id={route.id} />
  return <ListView {...props} query={route.query} />
}
