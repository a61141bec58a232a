import type { FeatureContext, Scope } from '@docent/core'
import { adoptStyles } from '../host/adopt-styles.ts'

/** In the page's text and not over it; light or dark as the page says that it is, unless the widget was told. */
const styles =
  ':host{position:static!important;inset:auto!important;z-index:auto!important;color-scheme:inherit!important}.docent[data-scheme=system]{color-scheme:inherit}'

/**
 * A place to draw in the flow of the host page, as well guarded from its rules as the panel is. Nothing of it is left when the
 * scope ends.
 */
export async function createInline(
  { layer, config }: Pick<FeatureContext, 'layer' | 'config'>,
  place: Element,
  scope: Scope,
): Promise<HTMLElement> {
  const drawn = await layer()
  const page = place.ownerDocument
  const element = page.createElement('div')
  const shadow = element.attachShadow({ mode: 'open' })
  shadow.adoptedStyleSheets = [...(drawn.getRootNode() as ShadowRoot).adoptedStyleSheets]
  adoptStyles(shadow, styles)
  const root = page.createElement('div')
  const { lang, dir, dataset } = drawn.closest<HTMLElement>('.docent') ?? root
  root.className = 'docent'
  Object.assign(root, { lang, dir })
  root.dataset.scheme = dataset.scheme
  shadow.append(root)
  scope.effect(() => {
    const { accent } = config.value
    if (accent && CSS.supports('color', accent)) adoptStyles(shadow, `:host{--docent-accent:${accent}}`)
  })
  if (scope.signal.aborted) return root
  place.append(element)
  scope.add(() => element.remove())
  return root
}
