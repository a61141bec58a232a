import type { AgentConversation, AgentQueries, Page } from '@docent/protocol'

/** An agent at the API, for scenarios whose subject is the visitor. */
export interface Agent {
  conversations(): Promise<readonly AgentConversation[]>
  /** Replies in the newest conversation. */
  reply(text: string): Promise<void>
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
  return {
    cookie,
    conversations,
    async reply(text) {
      const [newest] = await conversations()
      if (!newest) throw new Error('there is no conversation to reply to')
      const input = { conversationId: newest.id, parts: [{ type: 'text', text, format: 'markdown' }] }
      const command = { id: crypto.randomUUID(), name: 'message-send', input, createdAt: Date.now() }
      const { results } = (await post('commands', { commands: [command] })) as { results: readonly { ok: boolean }[] }
      if (!results[0]?.ok) throw new Error(`reply: ${JSON.stringify(results)}`)
    },
  }
}
