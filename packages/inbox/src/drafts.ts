import { keysWith, type Storage } from '@docent/core'
import type { Id, MessagePart } from '@docent/protocol'
import { signal } from '@preact/signals'

const prefix = 'inbox/draft/'

/** What was typed and not sent: a reply, or a note that only the team will see. */
export interface Draft {
  readonly text: string
  readonly mode: 'reply' | 'note'
  /** What goes along with a reply: files that were uploaded, quick replies, an article. */
  readonly parts?: readonly MessagePart[]
}

export interface Drafts {
  get(conversationId: Id): Draft
  set(conversationId: Id, draft: Draft): void
}

const noDraft: Draft = { text: '', mode: 'reply' }

/** One draft for each conversation; survives a reload and the end of the session. */
export function createDrafts(storage: Storage): Drafts {
  const drafts = signal<Readonly<Record<Id, Draft>>>({})
  const waiting = new Set<Id>()
  void storage.read(keysWith(prefix)).then((entries) => {
    const stored = Object.fromEntries(entries.map(([key, value]) => [key.slice(prefix.length), value as Draft]))
    drafts.value = { ...stored, ...drafts.peek() }
  })
  const write = (): void => {
    const batch = [...waiting].map((id) => {
      const draft = drafts.peek()[id]
      return { key: prefix + id, value: draft?.text || draft?.parts?.length ? draft : undefined }
    })
    waiting.clear()
    void storage.write(batch)
  }
  return {
    get: (id) => drafts.value[id] ?? noDraft,
    set(id, draft) {
      drafts.value = { ...drafts.peek(), [id]: draft }
      if (waiting.size === 0) queueMicrotask(write)
      waiting.add(id)
    },
  }
}
