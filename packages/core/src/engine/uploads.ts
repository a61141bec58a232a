import type { CommandId, Vocabulary } from '@docent/protocol'
import type { Scope } from '../scope.ts'
import type { OutboxOptions } from './outbox.ts'
import type { OutboxEntries } from './outbox-entries.ts'

/** Files go before the message that they are in. */
export function createUploads<V extends Vocabulary>(options: OutboxOptions<V>, entries: OutboxEntries<V>) {
  const running = new Map<CommandId, Scope>()
  return {
    drop: (id: CommandId) => running.get(id)?.dispose(),
    /** Resolves once they are on the backend; `false`: the message was dropped meanwhile. */
    async areThere(id: CommandId): Promise<boolean> {
      const uploading = options.scope.child()
      running.set(id, uploading)
      try {
        await (await import('./upload-files.ts')).uploadFiles(options, entries, id, uploading.signal)
      } catch (error) {
        if (!uploading.signal.aborted) throw error
      } finally {
        running.delete(id)
        uploading.dispose()
      }
      return entries.find(id) !== undefined
    },
  }
}
