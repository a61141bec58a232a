import type { FeatureContext } from '@docent/core'
import { Header } from '@docent/ui/parts'
import type { HelpModel } from '../model.ts'
import { Body } from './Body.tsx'
import { ListView } from './ListView.tsx'
import type { MorePart } from './more-part.ts'
import { readRoute } from './route.ts'
import { type Places, usePlaces, type Visit } from './use-places.ts'
import { WithoutMore } from './WithoutMore.tsx'

/** What every view of the help centre is given. */
export interface HelpViewProps {
  readonly context: FeatureContext
  readonly model: HelpModel
  readonly places: Places
  readonly visit: Visit
  readonly part: MorePart
}

/** The help centre: the view of the current place. */
export function HelpPanel({ context, model, part }: Pick<HelpViewProps, 'context' | 'model' | 'part'>) {
  const places = usePlaces(context, model.trail)
  const visit = places.current.value
  const route = readRoute(visit.route)
  const props = { context, model, places, visit, part }
  if (route.kind === 'list') return <ListView {...props} query={route.query} />
  const More = part.views.value
  if (!More)
    return (
      <>
        <Header context={context} onBack={places.back} />
        <Body visit={visit} class="blank">
          <WithoutMore {...props} />
        </Body>
      </>
    )
  return route.kind === 'article' ? (
    <More.ArticleView key={visit.route} {...props} route={route} />
  ) : (
    <More.CategoryView key={visit.route} {...props} id={route.id} />
  )
}
