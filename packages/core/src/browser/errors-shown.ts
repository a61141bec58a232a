import type { Scope } from '../scope.ts'

/** Tells of the errors that the host page shows: a field that is not accepted, by its name, and an alert, by its text. */
export function onErrorShown(scope: Scope, told: (name: string) => void): void {
  document.addEventListener(
    'invalid',
    ({ target }) => {
      const { name, id } = target as HTMLInputElement
      told(`field ${name || id}`)
    },
    { capture: true, signal: scope.signal },
  )
  const alertsIn = (node: Node): readonly Element[] => {
    if (!(node instanceof Element)) return []
    return node.matches('[role=alert]') ? [node] : [...node.querySelectorAll('[role=alert]')]
  }
  const mutations = new MutationObserver((records) => {
    const shown = records.flatMap(({ target, addedNodes }) => {
      const around = target instanceof Element && target.closest('[role=alert]')
      return around ? [around] : [...addedNodes].flatMap(alertsIn)
    })
    for (const alert of new Set(shown)) {
      const text = alert.textContent.trim()
      if (text) told(`alert ${text}`)
    }
  })
  mutations.observe(document.body, { subtree: true, childList: true })
  scope.add(() => mutations.disconnect())
}
