import type { QueryName, VisitorVocabulary } from '@docent/protocol'
import { TransportError } from '@docent/protocol'
import { assert, assertSame, within } from '../assertions.ts'
import { needs, queries } from './conditions.ts'
import { recordEvents } from './event-record.ts'
import { connectGuest, createCommand, newSession, textOf, textPart } from './guest.ts'
import type { RuleContext, TransportRule } from './transport-harness.ts'

/** T7, T8, T20–T22: how things fail. */
export const errorRules: readonly TransportRule[] = [
  {
    id: 'T7',
    title: 'every rejection is a TransportError',
    async check(context) {
      const { bench, signal } = context
      const aborted = AbortSignal.abort()
      const unconnected = bench.transport()
      const send = createCommand('message-send', { to: { id: 'no-such-conversation' }, parts: [textPart('x')] })
      await rejection(context, unconnected.perform(send, signal), 'a command before connect')
      await rejection(context, unconnected.query('conversations', { limit: 1 }, signal), 'a query before connect')
      await rejection(
        context,
        unconnected.connect(newSession(context), recordEvents(context.patienceMs).sink, aborted),
        'connect, aborted',
      )
      const { transport } = await connectGuest(context)
      const refused = await rejection(context, transport.perform(send, signal), 'a message to nowhere')
      assertSame(refused.outcome, 'not-applied', 'what the backend refused it did not do')
      assertSame(refused.retry, 'never', 'and need not be sent again')
      const history = { conversationId: 'no-such-conversation', limit: 1 }
      await rejection(context, transport.query('messages', history, signal), 'history of nothing')
      await rejection(context, transport.perform(send, aborted), 'a command that was aborted')
      await rejection(context, transport.query('messages', history, aborted), 'a query that was aborted')
    },
  },
  {
    id: 'T8',
    title: 'what is not declared is rejected as `unsupported`',
    async check(context) {
      const { capabilities, signal } = context
      const { transport } = await connectGuest(context)
      const undeclaredCommands = [...commandNames, 'suite-made-up'].filter(
        (name) => !capabilities.commands.includes(name),
      )
      for (const name of undeclaredCommands) {
        const command = { ...createCommand('visitor-erase', {}), name } as ReturnType<typeof createCommand>
        const error = await rejection(context, transport.perform(command, signal), name)
        assertSame([error.code, error.outcome], ['unsupported', 'not-applied'], `the command ${name} is not supported`)
      }
      const undeclaredQueries = [...queryNames, 'suite-made-up'].filter((name) => !capabilities.queries.includes(name))
      for (const name of undeclaredQueries) {
        const answer = transport.query(name as QueryName<VisitorVocabulary>, { limit: 1 } as never, signal)
        assertSame((await rejection(context, answer, name)).code, 'unsupported', `the query ${name} is not supported`)
      }
      if (capabilities.files !== false || !transport.upload) return
      const upload = { commandId: crypto.randomUUID(), index: 0, file: new Blob(['x']), name: 'x.txt' }
      assertSame(
        (await rejection(context, transport.upload(upload, signal), 'upload')).code,
        'unsupported',
        'files are not',
      )
    },
  },
  {
    id: 'T20',
    title: 'a call ends with its own signal, and no other call with it',
    skipped: needs(queries('messages')),
    async check(context) {
      const guest = await connectGuest(context)
      const conversationId = await guest.converse()
      const ended = new AbortController()
      const to = { id: conversationId }
      const givenUp = createCommand('message-send', { to, parts: [textPart('given up')] })
      const pending = guest.transport.perform(givenUp, ended.signal)
      const kept = guest.send(to, 'kept')
      ended.abort()
      const [outcome] = await within(Promise.allSettled([pending]), 'the aborted call ends', context.patienceMs)
      if (outcome?.status === 'rejected')
        assert(outcome.reason instanceof TransportError, 'an aborted call rejects with a TransportError')
      await kept
      await guest.hear('kept')
      const texts = (await guest.history(conversationId)).map(textOf)
      assert(texts.includes('kept'), 'the call beside it went through')
      assertSame(guest.losses.length, 0, 'the connection lives on')
    },
  },
  {
    id: 'T21',
    title: 'hints never throw: not before connect, not to nowhere, not after the end',
    async check(context) {
      const typing = { type: 'typing', conversationId: 'no-such-conversation', typing: true } as const
      context.bench.transport().hint?.(typing)
      const guest = await connectGuest(context)
      guest.transport.hint?.(typing)
      guest.transport.hint?.({ type: 'page', url: 'https://app.example/invoices', title: 'Invoices' })
      const conversationId = await guest.converse()
      await context.bench.agentSays(conversationId, 'still here')
      await guest.hear('still here')
      assertSame(guest.losses.length, 0, 'the connection lives on')
      guest.leave()
      guest.transport.hint?.(typing)
    },
  },
  {
    id: 'T22',
    title: 'a text longer than declared is refused and not stored; one as long as declared is taken',
    skipped: needs(queries('messages')),
    async check(context) {
      const guest = await connectGuest(context)
      const to = { id: await guest.converse() }
      const longest = 'ž'.repeat(context.capabilities.maxTextLength)
      const error = await rejection(context, guest.send(to, `${longest}!`), 'a text that is too long')
      assertSame([error.outcome, error.retry], ['not-applied', 'never'], 'it is refused for good')
      await guest.send(to, longest)
      const history = await guest.history(to.id)
      assertSame(
        history.map((message) => textOf(message) === longest),
        [true],
        'the longest text is stored whole',
      )
    },
  },
]

const commandNames = [
  'conversation-start',
  'message-send',
  'message-answer',
  'conversation-read',
  'conversation-rate',
  'conversation-close',
  'conversation-reopen',
  'transcript-request',
  'visitor-update',
  'visitor-state-put',
  'events-record',
  'visitor-erase',
]
const queryNames = ['conversations', 'messages', 'visitor-state', 'content']

/** The error that a call rejects with. Anything but a {@link TransportError} breaks the rule. */
async function rejection({ patienceMs }: RuleContext, call: Promise<unknown>, what: string): Promise<TransportError> {
  const [outcome] = await within(Promise.allSettled([call]), `${what} is answered`, patienceMs)
  assert(outcome?.status === 'rejected', `${what} rejects`)
  const error: unknown = outcome.reason
  assert(error instanceof TransportError, `${what} rejects with a TransportError, not with ${String(error)}`)
  assert(error.outcome === 'not-applied' || error.outcome === 'unknown', `${what} says its outcome`)
  assert(['backoff', 'after-auth', 'never'].includes(error.retry), `${what} says whether to try again`)
  return error
}
