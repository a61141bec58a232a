import type { FeatureContext, View } from '@docent/core'
import { mountView } from '@docent/ui/parts'
import { h } from 'preact'
import type { HelpModel } from '../model.ts'
import styles from './faq.css?inline'
import { HelpPanel } from './HelpPanel.tsx'
import { createMorePart } from './more-part.ts'

/**
 * The help centre in the panel. Routes: nothing (topics), `search/<text>`, `category/<id>`, `<article>`, `<article>#<heading>`.
 */
export function panel(context: FeatureContext, model: HelpModel): View {
  const part = createMorePart(context.report)
  const view = mountView(() => h(HelpPanel, { context, model, part }), styles)
  return {
    mount(container, scope, route) {
      // Those who come with a search find first; the rest follows ahead of its need.
      if (!/^search\/./.test(context.panel.peek()?.route ?? '')) void part.load()
      model.use(savesData(container) ? undefined : part.load)
      view.mount(container, scope, route)
    },
  }
}

/** The visitor has told the browser to fetch no more than needed. */
function savesData({ ownerDocument }: Element): boolean {
  const browser = ownerDocument.defaultView?.navigator as { connection?: { saveData?: boolean } } | undefined
  return browser?.connection?.saveData ?? false
}
