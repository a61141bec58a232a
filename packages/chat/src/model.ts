import { type Engine, type FeatureContext, once } from '@docent/core'
import type { ReplyTime } from '@docent/protocol'
import type { ReadonlySignal, Signal } from '@preact/signals-core'
import type { Acts } from './acts.ts'
import { createDrafts, type DraftFile, type Drafts } from './drafts.ts'
import type { History } from './history.ts'
import { type ChatRecord, createRecord } from './record.ts'
import type { ChatState } from './state.ts'

/** Everything the views show, and what can be done. */
export interface ChatModel {
  readonly state: ReadonlySignal<ChatState>
  readonly link: Engine['link']
  readonly drafts: Drafts<string>
  /** Chosen to go with what is being written. */
  readonly files: Drafts<readonly DraftFile[]>
  /** When this visitor is answered, by what the server knows of them. */
  readonly reply: ReadonlySignal<ReplyTime | undefined>
  /** What asks for more than is told: loads once. */
  history(): Promise<History>
  /** What can be done: loads once. */
  acts(): Promise<Acts>
}

/** @param known What another part of the page has loaded already. */
export async function createModel(
  context: FeatureContext,
  unread: Signal<number>,
  known: Promise<ChatRecord> = createRecord(context, unread),
): Promise<ChatModel> {
  const record = await known
  const { state, link, reply, history } = record
  const drafts = createDrafts<string>(context, link, 'chat/draft/', '')
  const files = createDrafts<readonly DraftFile[]>(context, link, 'chat/files/', [])
  const acts = once(async () => (await import('./acts.ts')).createActs(context, record, { drafts, files }))
  // What an earlier page view left is on its way: the answers to it are heard.
  if (link.outbox.peek()[0]) acts().catch(context.report)
  return { state, link, reply, drafts, files, history, acts }
}
