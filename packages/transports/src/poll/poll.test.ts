import type { Session, VisitorEvent } from '@docent/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCall } from '../adapt/create-call.ts'
import { type PolledMessage, type PollOptions, poll } from './poll.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const message = (order: number): PolledMessage => ({
  ...{ id: `m${order}`, text: `text ${order}`, by: 'agent', order, sentAt: order },
})
const never = new AbortController().signal

/** A desk with one conversation, whose messages the test adds. */
function openDesk(more: Partial<PollOptions<string>> = {}) {
  const stored: PolledMessage[] = []
  const fakes = {
    begin: vi.fn(async (_: AbortSignal) => 'visitor'),
    conversations: vi.fn(async () => [{ id: 'c1', newestOrder: stored.at(-1)?.order ?? 0 }]),
    messages: vi.fn(
      async (_: string, { newerThan, olderThan, limit }: Parameters<PollOptions<string>['messages']>[1]) =>
        stored
          .filter(({ order }) => order > newerThan && order < olderThan)
          .reverse()
          .slice(0, limit),
    ),
    send: vi.fn(async () => message(99)),
  }
  const options: PollOptions<string> = { name: 'desk', everyMs: 1000, ...fakes, ...more }
  return { stored, options, fakes, transport: poll<string>(options) }
}
async function connect(desk: ReturnType<typeof openDesk>, session: Session = { app: 'a' }) {
  const events: VisitorEvent[] = []
  const lost = vi.fn()
  const ended = new AbortController()
  const sink = { events: (batch: readonly VisitorEvent[]) => void events.push(...batch), lost }
  const hello = await desk.transport.connect(session, sink, ended.signal)
  return { events, lost, ended, hello }
}

describe('poll', () => {
  it('asks for messages only when there are new ones, and for those only', async () => {
    const desk = openDesk()
    desk.stored.push(message(1), message(2))
    const { events } = await connect(desk)
    await vi.advanceTimersByTimeAsync(3000)
    expect(desk.fakes.messages).not.toHaveBeenCalled()
    desk.stored.push(message(3))
    await vi.advanceTimersByTimeAsync(2000)
    expect(desk.fakes.messages).toHaveBeenCalledTimes(1)
    expect(desk.fakes.messages.mock.calls[0]?.[1]).toMatchObject({ conversationId: 'c1', newerThan: 2 })
    expect(events).toMatchObject([{ type: 'message-added', message: { id: 'm3', conversationId: 'c1', revision: 1 } }])
  })

  it('tells a gap when more came than a round reads', async () => {
    const desk = openDesk()
    desk.stored.push(message(1))
    const { events } = await connect(desk)
    for (let order = 2; order <= 80; order++) desk.stored.push(message(order))
    await vi.advanceTimersByTimeAsync(1001)
    expect(events[0]).toEqual({ type: 'gap', conversationId: 'c1', reason: 'limited' })
    expect(events).toHaveLength(51)
    expect(events.at(-1)).toMatchObject({ message: { order: 80 } })
  })

  it('tells what changed about a conversation', async () => {
    let status: 'open' | 'closed' = 'open'
    const desk = openDesk({ conversations: async () => [{ id: 'c1', status, newestOrder: 0 }] })
    const { events } = await connect(desk)
    await vi.advanceTimersByTimeAsync(1001)
    status = 'closed'
    await vi.advanceTimersByTimeAsync(2000)
    expect(events).toMatchObject([{ type: 'conversation-changed', conversation: { id: 'c1', status: 'closed' } }])
  })

  it('loses the link once when a round fails, and asks no more', async () => {
    const desk = openDesk()
    const { lost } = await connect(desk)
    desk.fakes.conversations.mockRejectedValue(new TypeError('fetch failed'))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(lost.mock.calls).toMatchObject([[{ code: 'unavailable', retry: 'backoff' }]])
    expect(desk.fakes.conversations).toHaveBeenCalledTimes(2)
  })

  it('asks nothing after the abort', async () => {
    const desk = openDesk()
    const { ended, lost } = await connect(desk)
    ended.abort()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(desk.fakes.conversations).toHaveBeenCalledTimes(1)
    expect(lost).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('knows a visitor again, and begins anew only when told to', async () => {
    const desk = openDesk()
    const { hello } = await connect(desk, { app: 'a', state: 'known' })
    expect(desk.fakes.begin).not.toHaveBeenCalled()
    expect(hello.state).toBe('known')
    const { options } = openDesk({ conversations: createUnknown('auth-expired') })
    await expect(
      connect({ ...desk, options, transport: poll(options) }, { app: 'a', state: 'gone' }),
    ).rejects.toMatchObject({ code: 'auth-rejected' })
  })

  it('signs in with the token of the page, and asks for a fresh one once when it has expired', async () => {
    let isExpired = false
    const begin = vi.fn(async (_: AbortSignal, token?: string) => {
      isExpired = false
      return `visitor of ${token}`
    })
    const getToken = vi.fn(async (why: string) => why)
    const call = createCall({ url: '', fetch: async () => new Response('{}', { status: isExpired ? 401 : 200 }) })
    const messages = async (): Promise<PolledMessage[]> => {
      await call('/messages', { signal: never })
      return []
    }
    const desk = openDesk({ begin, messages })
    await connect(desk, { app: 'a', getToken })
    expect(begin).toHaveBeenCalledWith(expect.anything(), 'first')
    expect(desk.transport.capabilities.identity).toEqual(['anonymous', 'signed'])
    isExpired = true
    const ask = () => desk.transport.query('messages', { conversationId: 'c1', limit: 1 }, never)
    await Promise.all([ask(), ask()])
    expect(getToken.mock.calls).toEqual([['first'], ['expired']])
  })

  it('offers conversations of one’s own where the API starts them', async () => {
    const started: string[] = []
    const desk = openDesk({
      start: async (_, { commandId }) => {
        started.push(commandId)
        return 'c2'
      },
    })
    await connect(desk)
    expect(desk.transport.capabilities).toMatchObject({ conversations: 'many' })
    const command = { id: 'k1', name: 'conversation-start', input: {}, createdAt: 0 } as const
    expect(await desk.transport.perform(command, never)).toMatchObject({ result: { conversationId: 'c2' } })
    const text = { to: { startedBy: 'k1' }, parts: [{ type: 'text', text: 'x', format: 'plain' }] } as const
    await desk.transport.perform({ id: 'k2', name: 'message-send', input: text, createdAt: 0 }, never)
    expect((desk.fakes.send.mock.calls as unknown[][])[0]?.slice(0, 2)).toMatchObject([
      'visitor',
      { conversationId: 'c2', commandId: 'k2', text: 'x' },
    ])
    expect(started).toEqual(['k1'])
  })
})

const createUnknown = (code: 'auth-expired') => async () => {
  const call = createCall({ url: '', fetch: async () => new Response('', { status: 401 }) })
  await expect(call('/', { signal: never })).rejects.toMatchObject({ code })
  return call<never>('/', { signal: never })
}
