import { type Engine, type FeatureContext, keysWith } from '@docent/core'
import { type Signal, signal } from '@preact/signals-core'

const prefix = 'chat/draft/'

/** What was typed and not sent, by conversation. Survives closing the panel; a reload too, once the visitor has acted. */
export interface Drafts {
  get(key: string): string
  set(key: string, text: string): void
}

export function createDrafts({ storage, scope }: FeatureContext, link: Engine['link']): Drafts {
  const texts: Signal<Readonly<Record<string, string>>> = signal({})
  void storage.read(keysWith(prefix)).then((entries) => {
    const stored = Object.fromEntries(entries.map(([key, value]) => [key.slice(prefix.length), String(value)]))
    texts.value = { ...stored, ...texts.peek() }
  })
  let writing = false
  const write = (key: string): void => {
    writing = false
    if (link.kept() && !scope.signal.aborted)
      void storage.write([{ key: prefix + key, value: texts.peek()[key] || undefined }])
  }
  return {
    get: (key) => texts.value[key] ?? '',
    set(key, text) {
      texts.value = { ...texts.peek(), [key]: text }
      if (writing) return
      writing = true
      queueMicrotask(() => write(key))
    },
  }
}
