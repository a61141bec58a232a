import { type Author, type Id, type Message, type MessagePart, maxTextLength } from '@docent/protocol'
import type { Log } from '../base/log.ts'
import { appendMessage } from '../commands/append-message.ts'
import { endAnswer, handOver } from '../commands/bot-turns.ts'
import { getConversation } from '../records/conversations.ts'
import { type MessageRow, textOf, toMessage } from '../records/messages.ts'
import { describeVisitor, findVisitor, readContext } from '../records/visitors.ts'
import type { Signal, Store, Unit } from '../store/store.ts'
import type { AnswerQuestion, BotQuestion } from './bot.ts'

/** The bot of one app. */
export interface AppBot {
  readonly author: Author
  readonly answer: AnswerQuestion
}

interface RunBots {
  readonly store: Store
  readonly log: Log
  botOf(appId: Id): AppBot | undefined
}

type Asked = Extract<Signal, { type: 'bot-asked' }>

const maxMessages = 50
/** Text that comes in smaller pieces is told together: each telling is a write. */
const flushMs = 100

/**
 * Lets bots answer on the node that took the question down. All they say goes through the log like any message: the answer is there at once, is filled
 * while it comes, and whoever arrives later finds what there is. Resolves when those that run have ended.
 */
export function runBots({ store, log, botOf }: RunBots): { close(): Promise<void> } {
  const running = new Map<Id, { readonly abort: AbortController; readonly done: Promise<void> }>()
  const stopListening = store.onSignal((signal, local) => {
    if (signal.type === 'bot-stopped') running.get(signal.conversationId)?.abort.abort()
    if (signal.type !== 'bot-asked' || !local) return
    const bot = botOf(signal.appId)
    if (!bot) return
    running.get(signal.conversationId)?.abort.abort()
    const abort = new AbortController()
    const done = answerOnce(store, bot, signal, abort)
      .catch(async (error) => {
        log('error', 'The bot failed; the conversation was handed over.', error)
        await store.write(signal.appId, (unit) => handOver(unit, signal.conversationId))
      })
      .catch((error) => log('error', 'A conversation could not be handed over; housekeeping does it.', error))
      .finally(() => {
        if (running.get(signal.conversationId)?.abort === abort) running.delete(signal.conversationId)
      })
    running.set(signal.conversationId, { abort, done })
  })
  return {
    async close() {
      stopListening()
      const all = [...running.values()]
      for (const { abort } of all) abort.abort()
      await Promise.all(all.map(({ done }) => done))
    },
  }
}

async function answerOnce(store: Store, bot: AppBot, asked: Asked, abort: AbortController): Promise<void> {
  const { appId, conversationId } = asked
  const question = await readQuestion(store, asked)
  if (!question) return
  const message = await store.write(appId, async (unit) => {
    const row = await getConversation(unit.database, appId, conversationId)
    if (row.bot === 0 || abort.signal.aborted) return undefined
    const parts = [{ type: 'text', text: '', format: 'markdown' }] as const
    return await appendMessage(unit, row, { author: bot.author, parts, isStreaming: true })
  })
  if (!message) return
  const answer = createAnswer(store, asked, message, abort)
  let hasToHandOver = false
  try {
    for await (const chunk of untilAborted(bot.answer(question, abort.signal), abort.signal)) {
      if (chunk.type === 'text') await answer.say(chunk.text)
      else if (chunk.type === 'parts') answer.add(chunk.parts)
      else hasToHandOver = true
    }
    await answer.end('done')
  } catch (error) {
    await answer.end('failed')
    throw error
  }
  if (hasToHandOver) await store.write(appId, (unit) => handOver(unit, conversationId))
}

/** What a bot yields, until it is stopped: also one that does not look at its signal. */
async function* untilAborted<T>(chunks: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = chunks[Symbol.asyncIterator]()
  const aborted = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)))
  while (!signal.aborted) {
    const next = await Promise.race([iterator.next(), aborted])
    if (!next || next.done) break
    yield next.value
  }
  if (signal.aborted) iterator.return?.()?.catch(() => {})
}

/** One streamed message. It ends early when somebody else has ended it: the visitor, an agent, another question. */
function createAnswer(store: Store, { appId, conversationId }: Asked, message: Message, abort: AbortController) {
  let text = ''
  let told = 0
  let toldAt = 0
  const more: MessagePart[] = []
  const write = async (change: (unit: Unit, row: MessageRow) => Promise<unknown>): Promise<boolean> =>
    await store.write(appId, async (unit) => {
      const row = await unit.database
        .selectFrom('message')
        .selectAll()
        .where('id', '=', message.id)
        .where('state', '=', 'streaming')
        .executeTakeFirst()
      if (row) await change(unit, row)
      else abort.abort()
      return row !== undefined
    })
  const parts = (): MessagePart[] => [{ type: 'text', text, format: 'markdown' }, ...more]
  const flush = async () => {
    const piece = text.slice(told)
    if (piece === '') return
    const offset = told
    told = text.length
    toldAt = Date.now()
    const change = { parts: JSON.stringify(parts()) }
    const isOn = await write((unit, row) =>
      unit.database.updateTable('message').set(change).where('id', '=', row.id).execute(),
    )
    if (!isOn) return
    const visitorId = await visitorOf(store, conversationId)
    store.publish({ type: 'text', appId, visitorId, conversationId, messageId: message.id, offset, text: piece })
  }
  return {
    async say(piece: string) {
      text = (text + piece).slice(0, maxTextLength)
      if (Date.now() - toldAt >= flushMs) await flush()
    },
    add: (added: readonly MessagePart[]) => void more.push(...added),
    async end(state: 'done' | 'failed') {
      await write((unit, row) => endAnswer(unit, row, abort.signal.aborted ? 'stopped' : state, parts()))
    },
  }
}

async function visitorOf(store: Store, conversationId: Id): Promise<Id> {
  const query = store.database.selectFrom('conversation').select('visitor_id').where('id', '=', conversationId)
  return (await query.executeTakeFirst())?.visitor_id ?? ''
}

async function readQuestion(
  store: Store,
  { appId, conversationId, messageId }: Asked,
): Promise<BotQuestion | undefined> {
  const { database } = store
  const rows = await database
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('is_note', '=', 0)
    .orderBy('position', 'desc')
    .limit(maxMessages)
    .execute()
  const messages = rows.reverse().map(toMessage)
  const asked = messages.find(({ id }) => id === messageId)
  const visitor = rows[0] && (await findVisitor(database, appId, rows[0].visitor_id))
  if (!asked || !visitor) return undefined
  const { traits, verified } = describeVisitor(visitor)
  const { locale, url } = readContext(visitor)
  return {
    appId,
    conversationId,
    text: textOf(asked.parts),
    messages,
    traits,
    verified,
    ...(locale !== undefined && { locale }),
    ...(url !== undefined && { url }),
  }
}
