import type { FeatureContext } from '@docent/core'
import { Header } from '@docent/ui/parts'
import type { HelpModel } from '../model.ts'
import { ListView } from './ListView.tsx'
import type { MorePart } from './more-part.ts'
import { isList } from './route.ts'
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
  const props = { context, model, places, visit, part }
  if (isList(visit.route)) return <ListView {...props} />
  const More = part.views.value
  return More ? (
    <More.Reading key={visit.route} {...props} bodies={More.bodies} />
  ) : (
    <>
      <Header context={context} onBack={places.back} />
      <div class="body">
        <WithoutMore {...props} />
      </div>
    </>
  )
}
