import type { Scope } from '../scope.ts'

/** Tells of every click on the host page, before the host hears of it: by mouse, finger or key, also inside open shadow trees. */
export function onClick(scope: Scope, told: (path: readonly EventTarget[]) => void): void {
  document.addEventListener('click', (event) => told(event.composedPath()), { capture: true, signal: scope.signal })
}

export const hostDocument = (): Document => document
