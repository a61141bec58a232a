import type { AgentEvent, Cursor, EventsFrame, VisitorEvent } from '@docent/protocol'

export type AnyEvent = VisitorEvent | AgentEvent

/** What came over an events connection so far. */
export interface EventReader {
  readonly events: AnyEvent[]
  /** Keep-alives and other comments. */
  readonly comments: string[]
  cursor(): Cursor | undefined
  /** Resolves with the first event that matches, from what came or what comes. Rejects when the connection ends before. */
  until<E extends AnyEvent>(matches: (event: AnyEvent) => event is E): Promise<E>
  until(matches: (event: AnyEvent) => boolean): Promise<AnyEvent>
  /** Resolves when the server has ended the connection. */
  readonly ended: Promise<void>
  close(): void
}

export async function readEvents(url: string, headers: Record<string, string>): Promise<EventReader> {
  const abort = new AbortController()
  const response = await fetch(url, { headers, signal: abort.signal })
  if (!response.ok || !response.body) throw new Error(`${response.status}: ${await response.text()}`)
  const events: AnyEvent[] = []
  const comments: string[] = []
  const waiting = new Set<() => void>()
  let cursor: Cursor | undefined
  let isOver = false
  const take = (line: string) => {
    if (line.startsWith(':')) comments.push(line.slice(1).trim())
    if (!line.startsWith('data:')) return
    const frame = JSON.parse(line.slice(5)) as EventsFrame
    events.push(...(frame.events as AnyEvent[]))
    cursor = frame.cursor
  }
  const pump = async (body: AsyncIterable<Uint8Array>) => {
    const decoder = new TextDecoder()
    let rest = ''
    for await (const chunk of body) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) take(line)
      for (const wake of waiting) wake()
    }
  }
  const ended = pump(response.body as unknown as AsyncIterable<Uint8Array>)
    .catch(() => {})
    .then(() => {
      isOver = true
      for (const wake of waiting) wake()
    })
  const until = (matches: (event: AnyEvent) => boolean): Promise<AnyEvent> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = events.find(matches)
        if (!found && !isOver) return
        waiting.delete(look)
        if (found) resolve(found)
        else reject(new Error(`The connection ended; it told ${JSON.stringify(events.map(({ type }) => type))}`))
      }
      waiting.add(look)
      look()
    })
  return {
    events,
    comments,
    cursor: () => cursor,
    until: until as EventReader['until'],
    ended,
    close: () => abort.abort(),
  }
}
