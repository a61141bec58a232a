import { type CommandId, type EventOf, type TransportError, toTransportError, type Vocabulary } from '@docent/protocol'
import { withLock } from '../browser/with-lock.ts'
import { backoffMs } from './backoff.ts'
import type { OutboxEntry, Receiver } from './engine-types.ts'
import { createLanes } from './lanes.ts'
import type { OutboxOptions } from './outbox.ts'
import type { OutboxEntries } from './outbox-entries.ts'
import { hasArrived, isSaid } from './unsure.ts'
import { createUploads } from './uploads.ts'

export interface Delivery {
  /** Sends what can be sent; resolves when nothing is left that can be. */
  drain(): Promise<void>
  /** There is more, or another attempt makes sense now: nobody waits any longer than the backend asked. */
  wake(): void
  /** The command is not wanted any more: an upload of its files ends. */
  drop(id: CommandId): void
}

/** Works the outbox: loaded with the first command. E2: one at a time in each lane, lanes side by side. */
export function createDelivery<V extends Vocabulary>(options: OutboxOptions<V>, entries: OutboxEntries<V>): Delivery {
  const { scope, transport, clock, lock } = options
  const lanes = createLanes<V>()
  const busy = new Map<string, Promise<void>>()
  const receivers = options.receivers.add({ receive: (events) => discardSeen(events, entries) })
  const uploads = createUploads(options, entries)
  let waits = scope.child()
  let woken = (): void => {}

  async function failed({ command, attempts }: OutboxEntry<V>, error: TransportError): Promise<void> {
    const unsure = error.outcome === 'unknown'
    const asks = unsure && options.idempotency() !== 'server' && isSaid(command)
    const isOver = error.retry === 'never' && !asks
    const reason = { code: error.code, message: error.message }
    entries.change(command.id, { state: isOver ? 'failed' : 'queued', attempts: attempts + 1, unsure, error: reason })
    await entries.save(command.id)
    if (isOver) return tell(receivers, command, { error })
    if (asks && options.idempotency() === 'none') return
    await clock.wait(error.retryAfterMs ?? backoffMs(attempts), error.retryAfterMs ? scope.signal : waits.signal)
  }
  /** E3: what to do with a command that may have arrived already. `true`: nothing more. */
  async function isDone({ command, unsure }: OutboxEntry<V>): Promise<boolean> {
    const idempotency = options.idempotency()
    if (!unsure || idempotency === 'server' || !isSaid(command)) return false
    if (idempotency === 'echo' && !(await hasArrived(transport, command, scope.signal))) return false
    if (idempotency === 'echo') await entries.remove(command.id)
    else {
      entries.change(command.id, { state: 'unconfirmed' })
      await entries.save(command.id)
    }
    return true
  }
  /** One attempt at one command; resolves when its lane may go on. */
  async function attempt(lane: string, entry: OutboxEntry<V>): Promise<void> {
    const { id } = entry.command
    try {
      entries.change(id, { state: 'sending' })
      if ((await isDone(entry)) || (entry.files && !(await uploads.areThere(id)))) return
      if (options.idempotency() !== 'server') {
        // Who finds it in the store later cannot know how far this attempt came.
        entries.change(id, { unsure: true })
        await entries.save(id)
      }
      const { command = entry.command } = entries.find(id) ?? {}
      const ack = await transport.perform(command, scope.signal)
      lanes.learn(command, ack)
      tell(receivers, command, { ack })
      await entries.remove(id)
    } catch (reason) {
      if (!scope.signal.aborted) await failed(entry, toTransportError(reason))
    } finally {
      busy.delete(lane)
    }
  }
  async function drain(): Promise<void> {
    await entries.load()
    await keepSession(options)
    while (options.online() && !scope.signal.aborted) {
      for (const [lane, entry] of lanes.ready(entries.all.peek()))
        if (!busy.has(lane)) busy.set(lane, attempt(lane, entry))
      if (busy.size === 0) return
      const more = new Promise<void>((resolve) => void (woken = resolve))
      await Promise.race([...busy.values(), more])
    }
    // Another tab may go on only when nothing of this one is under way.
    await Promise.all(busy.values())
  }
  return {
    drain: () => (lock ? withLock(lock(), scope.signal, drain) : drain()),
    wake() {
      waits.dispose()
      waits = scope.child()
      woken()
    },
    drop: uploads.drop,
  }
}

/** Another tab's first act makes this session durable, too. */
async function keepSession<V extends Vocabulary>({ alongside, storage }: OutboxOptions<V>): Promise<void> {
  const also = alongside()
  if (also.length > 0) await storage.write(also)
}

function tell<V extends Vocabulary>(
  receivers: ReadonlySet<Receiver<V>>,
  ...settled: Parameters<NonNullable<Receiver<V>['settled']>>
): void {
  for (const receiver of receivers) receiver.settled?.(...settled)
}

/** E3: what was seen is not sent again, and needs nobody's decision. */
function discardSeen<V extends Vocabulary>(events: readonly EventOf<V>[], entries: OutboxEntries<V>): [] {
  const isOf = (message: unknown, id: CommandId): boolean =>
    (message as { readonly commandId?: string }).commandId === id
  for (const { command, unsure } of entries.all.peek())
    if (unsure && events.some((event) => 'message' in event && isOf(event.message, command.id)))
      void entries.remove(command.id)
  return []
}
