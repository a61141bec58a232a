import type { View } from '@docent/core'
import type { ReadonlySignal } from '@preact/signals'
import { type FunctionComponent, render } from 'preact'
import { adoptStyles } from '../host/adopt-styles.ts'

/**
 * A Preact component and its styles as a core `View`.
 * @example export const createView = (model: Model) => mountView(() => <Thread model={model} />, styles)
 */
export const mountView = (Component: FunctionComponent<{ route: ReadonlySignal<string> }>, styles = ''): View => ({
  mount(container, scope, route) {
    const root = container.getRootNode()
    if (styles && root instanceof ShadowRoot) adoptStyles(root, styles)
    render(<Component route={route} />, container)
    scope.add(() => render(null, container))
  },
})
