import { type Engine, type FeatureContext, keysWith, type Stored } from '@docent/core'
import type { FilePart } from '@docent/protocol'
import { type Signal, signal } from '@preact/signals-core'
import { type ChatState, conversationOf } from './state.ts'

/** A file that was chosen and not sent, with what will be said about it. */
export interface DraftFile {
  readonly file: Blob
  /** Without an address yet. */
  readonly part: FilePart
}

/** What was typed or chosen and not sent, by conversation. Survives closing the panel; a reload and other tabs too, once the visitor has acted. */
export interface Drafts<T> {
  get(key: string): T
  set(key: string, draft: T): void
}

/** @param prefix Of the keys in storage. @param empty Where there is no draft. */
export function createDrafts<T extends string | readonly DraftFile[]>(
  { storage, scope }: FeatureContext,
  link: Engine['link'],
  prefix: string,
  empty: T,
): Drafts<T> {
  const drafts: Signal<Readonly<Record<string, T>>> = signal({})
  let changes = 0
  const load = async (): Promise<void> => {
    const before = changes
    const entries = await storage.read(keysWith(prefix))
    const stored = Object.fromEntries(entries.map(([key, value]) => [key.slice(prefix.length), value as T]))
    // What is typed here meanwhile is newer, and what may not be stored yet is nowhere else.
    drafts.value = before === changes && link.kept() ? stored : { ...stored, ...drafts.peek() }
  }
  void load()
  storage.watch(prefix, load, scope.signal)
  return {
    get: (key) => drafts.value[key] ?? empty,
    set(key, draft) {
      changes++
      drafts.value = { ...drafts.peek(), [key]: draft }
      // What ends with the tab keeps words only.
      if (!link.kept() || scope.signal.aborted || (storage.durability === 'tab' && typeof draft !== 'string')) return
      void storage.write([{ key: prefix + key, value: draft.length > 0 ? (draft as Stored) : undefined }])
    },
  }
}

/** Which draft belongs to a route: the same name before and after the conversation gets its id. */
export const draftOf = (state: ChatState, route: string): string => {
  const conversation = conversationOf(state, route)
  return conversation?.commandId ?? conversation?.id ?? route
}
