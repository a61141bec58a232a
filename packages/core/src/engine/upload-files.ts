import { type Command, type CommandId, type FilePart, TransportError, type Vocabulary } from '@docent/protocol'
import { readOne } from '../storage/storage.ts'
import type { OutboxOptions } from './outbox.ts'
import type { OutboxEntries } from './outbox-entries.ts'

type Part = FilePart | { readonly type: string }
interface WithParts {
  readonly parts?: readonly Part[]
}

/**
 * Uploads the files of a command, one after the other, and puts their addresses into its parts. Each is uploaded once: what is on the
 * backend is written down at once, and a file sent again has the same command and index. The files themselves stay until the command
 * is answered, since it may be taken back. Loaded with the first file.
 */
export async function uploadFiles<V extends Vocabulary>(
  { transport, storage }: Pick<OutboxOptions<V>, 'transport' | 'storage'>,
  entries: OutboxEntries<V>,
  commandId: CommandId,
  signal: AbortSignal,
): Promise<void> {
  const partsNow = (): readonly Part[] => (entries.find(commandId)?.command.input as WithParts | undefined)?.parts ?? []
  const all = partsNow()
  const totalBytes = all.reduce((sum, part) => sum + (isFile(part) ? part.bytes : 0), 0)
  let doneBytes = 0
  for (const [index, part] of all.entries()) {
    if (!isFile(part)) continue
    if (!part.file.id) {
      const file = await readOne(storage, entries.find(commandId)?.files?.[index] ?? '')
      if (!(file instanceof Blob)) throw new TransportError('invalid', `“${part.name}” is not kept here any more`)
      const before = doneBytes
      const onProgress = (sentBytes: number): void =>
        entries.change(commandId, { share: (before + sentBytes) / totalBytes })
      onProgress(0)
      const ref = await upload(transport, { commandId, index, file, name: part.name, onProgress }, signal)
      if (signal.aborted) return
      const parts = partsNow().map((other, at) => (at === index ? { ...part, file: ref } : other))
      entries.change(commandId, { command: withParts(entries, commandId, parts) })
      await entries.save(commandId)
    }
    doneBytes += part.bytes
  }
}

const isFile = (part: Part): part is FilePart => part.type === 'file'

/** A file may arrive twice: that is harmless, and says nothing about the message that it is in. */
async function upload<V extends Vocabulary>(
  transport: OutboxOptions<V>['transport'],
  ...call: Parameters<NonNullable<OutboxOptions<V>['transport']['upload']>>
) {
  if (!transport.upload) throw new TransportError('unsupported', 'Files can’t be sent here')
  try {
    return await transport.upload(...call)
  } catch (error) {
    if (!(error instanceof TransportError) || error.outcome === 'not-applied') throw error
    const { code, message, retryAfterMs } = error
    throw new TransportError(code, message, { cause: error, ...(retryAfterMs !== undefined && { retryAfterMs }) })
  }
}

function withParts<V extends Vocabulary>(
  entries: OutboxEntries<V>,
  commandId: CommandId,
  parts: readonly Part[],
): Command<V> {
  const command = entries.find(commandId)?.command
  return { ...command, input: { ...(command?.input as object), parts } } as Command<V>
}
