import type { Command, CommandName, Transport, VisitorVocabulary } from '@docent/protocol'
import { createFakeClock, createFakePage } from '@docent/testkit'
import { expect, vi } from 'vitest'
import { createScope } from '../../scope.ts'
import { memoryStorage } from '../../storage/memory.ts'
import { everything, type Storage, type Write } from '../../storage/storage.ts'
import type { LinkStatus } from '../engine-types.ts'
import { createLink } from '../link.ts'

/** Looked at often, and for long: a machine with other work is slow. */
export const soon = { interval: 1, timeout: 10_000 } as const

/** A storage that writes down its batches. */
export function recordingStorage() {
  const inner = memoryStorage()
  const batches: (readonly Write[])[] = []
  const storage: Storage = {
    ...inner,
    write(batch, ...expected) {
      batches.push(batch)
      return inner.write(batch, ...expected)
    },
  }
  const keys = async () => (await storage.read(everything)).map(([key]) => key)
  return { storage, batches, keys }
}

/** A transport that writes down what it is asked to do, in the order in which it is asked. */
export function recordingTransport(inner: Transport) {
  const performed: Command<VisitorVocabulary, CommandName<VisitorVocabulary>>[] = []
  const transport: Transport = {
    ...inner,
    perform(command, signal) {
      performed.push(command)
      return inner.perform(command, signal)
    },
  }
  return { transport, performed }
}

interface LinkBenchOptions {
  readonly transport: Transport
  readonly storage?: Storage
  readonly listening?: () => Promise<unknown>
  readonly tabs?: string
  readonly report?: (error: unknown) => void
}

/** A link with time and page in the test's hands. */
export function openLink({ transport, storage = memoryStorage(), listening, tabs, report }: LinkBenchOptions) {
  const scope = createScope()
  const clock = createFakeClock()
  const page = createFakePage()
  const link = createLink<VisitorVocabulary>({
    ...{ app: 'acme', transport, storage, scope, clock, page },
    newId: () => crypto.randomUUID(),
    ...(listening && { listening }),
    ...(tabs && { tabs: () => tabs }),
    ...(report && { report }),
  })
  return {
    ...{ link, scope, clock, page, storage },
    reach: (status: LinkStatus) => vi.waitFor(() => expect(link.status.value).toBe(status), soon),
    until: (entries: readonly object[]) => vi.waitFor(() => expect(link.outbox.value).toMatchObject(entries), soon),
  }
}

export const text = (words: string) => [{ type: 'text', text: words, format: 'plain' }] as const
