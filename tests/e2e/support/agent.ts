import type { AgentConversation, AgentQueries, CommandOutcome, Message, Page } from '@docent/protocol'
import type { Page as BrowserPage } from '@playwright/test'
import { maxCommandsPerBatch } from '../../../packages/protocol/src/wire.ts'

/** An agent at the API, for scenarios whose subject is the visitor. */
export interface Agent {
  conversations(): Promise<readonly AgentConversation[]>
  /** What was said in the newest conversation, oldest first: at most 100 messages. */
  texts(): Promise<readonly string[]>
  /** Replies in the newest conversation. */
  reply(text: string): Promise<void>
  /** Any commands, one outcome for each. */
  perform(commands: readonly object[]): Promise<readonly CommandOutcome[]>
  /** The `Cookie` header of the session. */
  readonly cookie: string
}

export async function signInAgent(url: string, signInLink: string): Promise<Agent> {
  const link = new URL(signInLink).hash.replace('#sign-in=', '')
  const json = { 'content-type': 'application/json', origin: url }
  const answer = await fetch(`${url}/v1/agent/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ link }),
  })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const post = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`${url}/v1/agent/${path}`, {
      method: 'POST',
      headers: { ...json, cookie },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const conversations = async (): Promise<readonly AgentConversation[]> => {
    const input: AgentQueries['conversations']['input'] = { limit: 20 }
    const { output } = (await post('queries/conversations', input)) as { output: Page<AgentConversation> }
    return output.items
  }
  const perform = async (commands: readonly object[]): Promise<readonly CommandOutcome[]> => {
    const outcomes: CommandOutcome[] = []
    for (let at = 0; at < commands.length; at += maxCommandsPerBatch) {
      const { results } = (await post('commands', { commands: commands.slice(at, at + maxCommandsPerBatch) })) as {
        results: readonly CommandOutcome[]
      }
      outcomes.push(...results)
    }
    return outcomes
  }
  return {
    cookie,
    conversations,
    perform,
    async texts() {
      const [newest] = await conversations()
      if (!newest) return []
      const input: AgentQueries['messages']['input'] = { conversationId: newest.id, limit: 100 }
      const { output } = (await post('queries/messages', input)) as { output: Page<Message> }
      const textOf = ({ parts }: Message): string => parts.map((part) => ('text' in part ? part.text : '')).join()
      return output.items.map(textOf).reverse()
    },
    async reply(text) {
      const [newest] = await conversations()
      if (!newest) throw new Error('there is no conversation to reply to')
      const input = { conversationId: newest.id, parts: [{ type: 'text', text, format: 'markdown' }] }
      const command = { id: crypto.randomUUID(), name: 'message-send', input, createdAt: Date.now() }
      const [outcome] = await perform([command])
      if (!outcome?.ok) throw new Error(`reply: ${JSON.stringify(outcome)}`)
    },
  }
}

/** The inbox in a browser that has the agent's session. */
export async function openInboxAt(page: BrowserPage, url: string, { cookie }: Agent): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
  await page.goto(`${url}/inbox/`)
}
