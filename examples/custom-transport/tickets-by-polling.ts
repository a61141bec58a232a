import { createCall, type PolledMessage, type PollTransport, poll } from 'docent/transports/poll'
import type { Post } from './ticket-system.ts'

type Ticket = { readonly id: string; readonly secret: string }

const toMessage = (ticket: Ticket, { number, by, text, at, ...rest }: Post): PolledMessage => ({
  ...{ id: `${ticket.id}/${number}`, order: number, by, text, sentAt: at, ...rest },
})

/** The same ticket system, asked again and again. */
export function ticketsByPolling(url: string, fetch = globalThis.fetch, everyMs = 4000): PollTransport {
  const call = createCall({ url, fetch })
  const asOwner = ({ secret }: Ticket, signal: AbortSignal) => ({ signal, headers: { 'ticket-secret': secret } })
  return poll<Ticket>({
    name: 'tickets',
    everyMs,
    maxTextLength: 4000,
    idempotency: 'server',
    begin: (signal) => call('/tickets', { signal, body: {} }),
    async conversations(ticket, signal) {
      const path = `/tickets/${ticket.id}`
      const { startedAt, last } = await call<{ startedAt: number; last: number }>(path, asOwner(ticket, signal))
      return [{ id: ticket.id, startedAt, newestOrder: last }]
    },
    async messages(ticket, { newerThan, olderThan, limit }, signal) {
      const path = `/tickets/${ticket.id}/posts?after=${newerThan}&before=${olderThan}&limit=${limit}`
      return (await call<Post[]>(path, asOwner(ticket, signal))).map((post) => toMessage(ticket, post))
    },
    async send(ticket, { commandId, text }, signal) {
      const path = `/tickets/${ticket.id}/posts`
      return toMessage(ticket, await call(path, { ...asOwner(ticket, signal), body: { commandId, text } }))
    },
  })
}
