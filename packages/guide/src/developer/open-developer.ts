import type { Explanation, FeatureContext } from '@docent/core'
import { adoptStyles } from '@docent/ui/parts'
import { element } from '../view/element.ts'
import { createActs } from './acts.ts'
import { type DeveloperContent, rowsOf } from './content.ts'
import styles from './developer.css?inline'
import { drawLocators } from './draw-locators.ts'
import { drawPretence } from './draw-pretence.ts'
import { drawRow } from './draw-row.ts'
import { pick } from './pick.ts'

/** Opens the panel, and keeps it true as the page, the visitor and their state change. */
export async function openDeveloper(context: FeatureContext, content: DeveloperContent): Promise<void> {
  const { page: host, scope, state, visitor } = context
  const [layer, { orchestrator }] = await Promise.all([context.layer(), context.targeting()])
  if (scope.signal.aborted) return
  adoptStyles(layer.getRootNode() as ShadowRoot, styles)
  const page = layer.ownerDocument
  const acts = createActs(context)
  const rows = element(page, 'ul', { class: 'rows' })
  const locators = element(page, 'div', { class: 'locators', role: 'status' })
  const startPicking = (): void => {
    const picking = scope.child()
    locators.replaceChildren(element(page, 'p', {}, 'Press an element of the page. Escape ends.'))
    // Out of the way of what may be picked.
    root.classList.add('picking')
    picking.add(() => {
      root.classList.remove('picking')
      locators.replaceChildren()
    })
    pick(layer, picking, (found) => drawLocators(locators, found))
  }
  const button = (label: string, onclick: () => void): HTMLElement =>
    element(page, 'button', { type: 'button', class: 'button s', onclick }, label)
  const root = element(
    page,
    'aside',
    { class: 'developer', 'aria-label': 'Docent for developers' },
    element(
      page,
      'header',
      {},
      element(page, 'h2', {}, 'Docent'),
      button('Pick an element', startPicking),
      button('Close', () => root.remove()),
    ),
    locators,
    drawPretence(page, acts, () => void refresh()),
    rows,
    element(
      page,
      'small',
      {},
      'Reset forgets what this browser keeps, and loads the page anew. Progress that your server keeps of a visitor comes back.',
    ),
  )
  layer.append(root)
  scope.add(() => root.remove())
  const draw = (explanations: readonly Explanation[]): void => {
    const open = new Set([...rows.querySelectorAll('details[open]')].map((one) => one.parentElement?.dataset.id))
    const drawn = rowsOf(content, context, explanations).map((row) => drawRow(page, row, content, acts, open))
    rows.replaceChildren(...drawn)
  }
  const refresh = async (): Promise<void> => draw(await orchestrator.explain())
  scope.effect(() => {
    void [state.entries.value, host.url.value, visitor.value]
    // After everyone else has heard of it.
    queueMicrotask(() => void refresh().catch(context.report))
  })
  context.onTrack(() => void refresh().catch(context.report))
}
