import type { View } from '@docent/core'
import type { ReadonlySignal } from '@preact/signals'
import { type FunctionComponent, render } from 'preact'
import { adopts } from './adopts.ts'

/**
 * A Preact component and its styles as a core `View`.
 * @example export const createView = (model: Model) => mountView(() => <Thread model={model} />, styles)
 */
export const mountView = (Component: FunctionComponent<{ route: ReadonlySignal<string> }>, styles = ''): View => ({
  mount(container, scope, route) {
    adopts(styles)(container)
    render(<Component route={route} />, container)
    scope.add(() => render(null, container))
  },
})
