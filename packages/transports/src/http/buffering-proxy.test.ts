import type { Conversation, Hello, Transport, VisitorEvent } from '@docent/protocol'
import { describe, expect, it, type TestContext, vi } from 'vitest'
import { http } from './http.ts'
import { startBufferingProxy } from './testing/start-buffering-proxy.ts'
import { startSupportDesk } from './testing/start-support-desk.ts'

/** It takes the 10 seconds after which a stream counts as held back. */
const patience = { timeout: 25_000, interval: 20 }

async function visit(transport: Transport, onTestFinished: TestContext['onTestFinished'], hello?: Hello) {
  const ended = new AbortController()
  onTestFinished(() => ended.abort())
  const events: VisitorEvent[] = []
  const lost = vi.fn()
  const session = { app: 'default', ...(hello?.state !== undefined && { state: hello.state }) }
  const sink = { events: (batch: readonly VisitorEvent[]) => void events.push(...batch), lost }
  const connected = await transport.connect(session, sink, ended.signal)
  const texts = () =>
    events
      .flatMap((event) => (event.type === 'message-added' ? event.message.parts : []))
      .map((part) => 'text' in part && part.text)
  return { hello: connected, texts, lost, ended }
}

async function converse(transport: Transport): Promise<Conversation['id']> {
  const command = { id: crypto.randomUUID(), name: 'conversation-start', input: {}, createdAt: Date.now() } as const
  const { result } = await transport.perform(command, new AbortController().signal)
  return (result as { conversationId: string }).conversationId
}

describe.concurrent.each([
  ['the whole answer', false],
  ['the body', true],
])('behind a proxy that holds back %s', (_, answersHead) => {
  it('takes long polls after 10 seconds, tells what was said meanwhile, and remembers', {
    timeout: 60_000,
  }, async ({ onTestFinished }) => {
    const desk = await startSupportDesk()
    const proxy = await startBufferingProxy(desk.url, answersHead)
    onTestFinished(async () => {
      await proxy.close()
      await desk.close()
    })
    const transport = http({ url: proxy.url })
    const asked = () =>
      proxy.paths.filter((path) => path.startsWith('/v1/events')).map((path) => path.includes('wait='))

    const first = await visit(transport, onTestFinished)
    const conversationId = await converse(transport)
    await desk.agentSays(conversationId, 'while the stream is held back')
    await expect.poll(first.texts, patience).toEqual(['while the stream is held back'])
    expect(asked().slice(0, 2)).toEqual([false, true])
    await desk.agentSays(conversationId, 'by a long poll')
    await expect.poll(first.texts, patience).toContain('by a long poll')
    expect(first.lost).not.toHaveBeenCalled()

    first.ended.abort()
    const polls = asked().length
    const again = await visit(transport, onTestFinished, first.hello)
    await desk.agentSays(conversationId, 'at once the second time')
    await expect.poll(again.texts, { timeout: 5000 }).toContain('at once the second time')
    expect(asked().slice(polls)).not.toContain(false)
  })
})
