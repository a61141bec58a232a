import { adoptStyles } from '../host/adopt-styles.ts'

/** A `ref` that brings a sheet along: for what is drawn by a chunk of its own. */
export const adopts =
  (styles?: string) =>
  (element: Element | null): void => {
    const root = element?.getRootNode()
    if (styles && root instanceof ShadowRoot) adoptStyles(root, styles)
  }
