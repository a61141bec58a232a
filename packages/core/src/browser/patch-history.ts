import type { Scope } from '../scope.ts'

/** Browsers without the Navigation API: the two methods are wrapped, and put back unless someone wrapped them after us. */
export function patchHistory(scope: Scope, changed: () => void): void {
  if (scope.signal.aborted) return
  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    const patched: typeof original = function (this: History, ...parameters) {
      original.apply(this, parameters)
      if (!scope.signal.aborted) changed()
    }
    history[name] = patched
    scope.add(() => {
      if (history[name] === patched) history[name] = original
    })
  }
  changed()
}
