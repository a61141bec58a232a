import { type FeatureContext, readOne } from '@docent/core'
import type { CommandId } from '@docent/protocol'
import type { DraftFile } from './drafts.ts'
import type { ChatModel } from './model.ts'

/** Takes a message that has not gone out back into a draft, before what stands there: its text, and its files as they were chosen. */
export async function takeBack(
  { storage }: Pick<FeatureContext, 'storage'>,
  { link, drafts, files }: Pick<ChatModel, 'link' | 'drafts' | 'files'>,
  commandId: CommandId,
  draft: string,
): Promise<void> {
  const entry = link.outbox.peek().find(({ command }) => command.id === commandId)
  if (entry?.command.name !== 'message-send') return
  const { parts } = entry.command.input
  const kept = await Promise.all(
    parts.map(async (part, index): Promise<readonly DraftFile[]> => {
      const file = part.type === 'file' && (await readOne(storage, entry.files?.[index] ?? ''))
      return part.type === 'file' && file instanceof Blob
        ? [{ file, part: { ...part, file: { id: '', url: '' } } }]
        : []
    }),
  )
  link.discard(commandId)
  const written = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []))
  drafts.set(draft, [...written, drafts.get(draft)].filter(Boolean).join('\n'))
  const taken = kept.flat()
  if (taken.length > 0) files.set(draft, [...taken, ...files.get(draft)])
}
