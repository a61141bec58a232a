import type { FeatureContext, View } from '@docent/core'
import { adopts, mountView } from '@docent/ui/parts'
import { h } from 'preact'
import type { HelpModel } from '../model.ts'
import styles from './faq.css?inline'
import { HelpPanel } from './HelpPanel.tsx'
import { createMorePart } from './more-part.ts'
import { askedBy } from './route.ts'

/** The help centre in the panel; its routes are in route.ts. */
export function panel(context: FeatureContext, model: HelpModel): View {
  const part = createMorePart(model, context.report)
  const view = mountView(() => h(HelpPanel, { context, model, part }), styles)
  return {
    mount(container, scope, route) {
      // Those who come with a search find first; the rest follows ahead of its need.
      if (!askedBy(context.panel.peek()?.route ?? '')) void part.load()
      model.use(savesData(container) ? undefined : part.load)
      scope.effect(() => adopts(part.views.value?.styles)(container))
      view.mount(container, scope, route)
    },
  }
}

/** The visitor has told the browser to fetch no more than needed. */
const savesData = ({ ownerDocument }: Element): boolean | undefined =>
  (ownerDocument.defaultView?.navigator as { connection?: { saveData?: boolean } } | undefined)?.connection?.saveData
