import { type ReadonlySignal, signal } from '@preact/signals'

export const schemes = ['system', 'light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

export interface SchemeSetting {
  readonly scheme: ReadonlySignal<Scheme>
  set(scheme: Scheme): void
}

const storageKey = 'docent/inbox/scheme'

/** Light, dark, or as the system: kept in this browser, and put on the page's root for the styles. */
export function createScheme(root: HTMLElement, storage: Pick<Storage, 'getItem' | 'setItem'>): SchemeSetting {
  const read = (): Scheme => {
    try {
      return schemes.find((known) => known === storage.getItem(storageKey)) ?? 'system'
    } catch {
      return 'system'
    }
  }
  const scheme = signal(read())
  const show = (): void => {
    root.dataset.scheme = scheme.peek()
  }
  show()
  return {
    scheme,
    set(next) {
      scheme.value = next
      show()
      try {
        storage.setItem(storageKey, next)
      } catch {
        // A browser that keeps nothing shows it until the page ends.
      }
    },
  }
}
