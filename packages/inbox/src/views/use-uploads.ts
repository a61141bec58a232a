import type { FilePart, Id, TransportError } from '@docent/protocol'
import { formatBytes } from '@docent/ui/parts'
import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { ViewContext } from './view-context.ts'

/** A file on its way into the draft, or one that did not get there. */
export interface UploadState {
  readonly key: string
  readonly name: string
  /** 0 to 1. */
  readonly share: number
  readonly problem?: string
}

export interface Uploads {
  readonly list: ReadonlySignal<readonly UploadState[]>
  add(files: Iterable<File>): void
  /** Ends one that is under way, and takes away what is said about it. */
  drop(key: string): void
}

/** Files are sent as soon as they are chosen; what arrived becomes part of the draft. Leaving the conversation ends the rest. */
export function useUploads({ desk, model, t }: ViewContext, conversationId: Id): Uploads {
  const list = useSignal<readonly UploadState[]>([])
  const aborts = useRef(new Map<string, AbortController>())
  useEffect(() => () => aborts.current.forEach((abort) => void abort.abort()), [])
  const update = (key: string, change: Partial<UploadState> | undefined): void => {
    const others = list.peek().flatMap((each) => (each.key !== key ? [each] : change ? [{ ...each, ...change }] : []))
    list.value = others
  }
  const keep = (part: FilePart): void => {
    const draft = model.drafts.get(conversationId)
    model.drafts.set(conversationId, { ...draft, parts: [...(draft.parts ?? []), part] })
  }
  const send = async (file: File): Promise<void> => {
    const key = crypto.randomUUID()
    const { name } = file
    list.value = [...list.peek(), { key, name, share: 0 }]
    const limit = model.link.capabilities.peek()?.files
    if (limit && file.size > limit.maxBytes) {
      return update(key, { problem: t('compose.too-large', { name, size: formatBytes(limit.maxBytes, 'en') }) })
    }
    const abort = new AbortController()
    aborts.current.set(key, abort)
    try {
      const size = await measure(file)
      const stored = await desk.upload(file, (share) => update(key, { share }), abort.signal)
      keep({ type: 'file', file: stored, name, mime: file.type, bytes: file.size, ...size })
      update(key, undefined)
    } catch (error) {
      const why = (error as TransportError).message
      if (!abort.signal.aborted) update(key, { problem: t('compose.upload-failed', { name, why }) })
    }
  }
  return {
    list,
    add(files) {
      for (const file of files) void send(file)
    },
    drop(key) {
      aborts.current.get(key)?.abort()
      update(key, undefined)
    },
  }
}

/** So that the thread does not jump when the picture comes. */
async function measure(file: File): Promise<{ widthPx?: number; heightPx?: number }> {
  if (!file.type.startsWith('image/')) return {}
  try {
    const { width, height } = await createImageBitmap(file)
    return { widthPx: width, heightPx: height }
  } catch {
    return {}
  }
}
