import type { Session, VisitorEvent } from '@docent/protocol'
import { transportContract } from '@docent/testkit'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { type MatrixAccount, type MatrixOptions, matrix } from './matrix.ts'
import { startHomeserver } from './testing/start-homeserver.ts'

const team = ['@support:double']

transportContract(
  { describe, it },
  {
    name: 'matrix, against a double of the client-server API',
    capabilities: matrix({ homeserver: '', team }).capabilities,
    async open() {
      const double = await startHomeserver()
      return {
        transport: () => matrix({ homeserver: double.url, team }),
        agentSays: async (roomId, text) => double.agentSays(roomId, text),
        agentReads: async (roomId) => double.agentReads(roomId),
        cutLinks: double.proxy.resetAll,
        close: double.close,
      }
    },
  },
)

async function open(options: Partial<MatrixOptions> = {}, session: Session = { app: 'a' }) {
  const double = await startHomeserver()
  const ended = new AbortController()
  onTestFinished(async () => {
    ended.abort()
    await double.close()
  })
  const transport = matrix({ homeserver: double.url, team, ...options })
  const events: VisitorEvent[] = []
  const lost = vi.fn()
  const sink = { events: (batch: readonly VisitorEvent[]) => void events.push(...batch), lost }
  const hello = await transport.connect(session, sink, ended.signal)
  return { double, transport, events, lost, ended, state: hello.state as MatrixAccount }
}

describe('matrix', () => {
  it('fills the hole of a limited timeline', async () => {
    const { double, events, state } = await open()
    double.agentSays(state.roomId, 'first')
    await expect.poll(() => events.length).toBeGreaterThan(0)
    for (let number = 0; number < 180; number++) double.agentSays(state.roomId, `message ${number}`)
    const texts = () => events.flatMap((event) => (event.type === 'message-added' ? [event.message.order] : []))
    await expect.poll(() => texts().length).toBe(181)
    expect(texts()).toEqual(Array.from({ length: 181 }, (_, index) => index + 1))
  })

  it('reads a history of several pages when it connects', async () => {
    const { double, state } = await open()
    for (let number = 0; number < 260; number++) double.agentSays(state.roomId, `message ${number}`)
    const again = matrix({ homeserver: double.url, team })
    const ended = new AbortController()
    onTestFinished(() => ended.abort())
    await again.connect({ app: 'a', state }, { events: () => {}, lost: () => {} }, ended.signal)
    const { items, older } = await again.query('messages', { conversationId: state.roomId, limit: 3 }, ended.signal)
    expect(items.map(({ order }) => order)).toEqual([260, 259, 258])
    expect(older).toBe('258')
  })

  it('tells who types', async () => {
    const { double, events, state } = await open()
    double.agentTypes(state.roomId)
    await expect
      .poll(() => events)
      .toMatchObject([{ type: 'typing-changed', typing: true, author: { kind: 'agent', name: 'support' } }])
  })

  it('keeps to what the homeserver asks to wait', async () => {
    const double = await startHomeserver()
    onTestFinished(double.close)
    double.limitNext()
    const connecting = matrix({ homeserver: double.url, team }).connect(
      { app: 'a' },
      { events: () => {}, lost: () => {} },
      new AbortController().signal,
    )
    await expect(connecting).rejects.toMatchObject({ code: 'rate-limited', retryAfterMs: 2000, retry: 'backoff' })
  })

  it('says that a revoked account is not known any more', async () => {
    const { double, state } = await open()
    double.revoke(state.accessToken)
    const again = matrix({ homeserver: double.url, team })
    const sink = { events: () => {}, lost: () => {} }
    await expect(again.connect({ app: 'a', state }, sink, new AbortController().signal)).rejects.toMatchObject({
      ...{ code: 'auth-rejected', outcome: 'not-applied' },
    })
  })

  it('asks the page for the account of who is signed in', async () => {
    const made = await open()
    const account = vi.fn(async () => made.state)
    const { state } = await open({ homeserver: made.double.url, account }, { app: 'a', getToken: async (why) => why })
    expect(account.mock.calls).toEqual([[expect.anything(), 'first']])
    expect(state).toEqual(made.state)
    await expect(open({}, { app: 'a', getToken: async (why) => why })).rejects.toMatchObject({ code: 'auth-rejected' })
  })
})
