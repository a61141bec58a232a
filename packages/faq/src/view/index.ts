import type { FeatureContext, View } from '@docent/core'
import { mountView } from '@docent/ui/parts'
import { h } from 'preact'
import type { HelpModel } from '../model.ts'
import { createArticlePart } from './article-part.ts'
import styles from './faq.css?inline'
import { HelpPanel } from './HelpPanel.tsx'

/**
 * The help centre in the panel. Routes: nothing (topics), `search/<text>`, `category/<id>`, `<article>`, `<article>#<heading>`.
 */
export function panel(context: FeatureContext, model: HelpModel): View {
  const part = createArticlePart(context.report)
  const view = mountView(() => h(HelpPanel, { context, model, part }), styles)
  return {
    mount(container, scope, route) {
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
