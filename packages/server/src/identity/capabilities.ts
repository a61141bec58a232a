import { type Capabilities, maxTextLength, maxUploadBytes } from '@docent/protocol'
import { agentCommands } from '../commands/agent/agent-commands.ts'
import { maxPartsPerMessage } from '../commands/limits.ts'
import { agentPartTypes } from '../commands/part-schemas.ts'
import { visitorCommands } from '../commands/visitor/visitor-commands.ts'
import { agentQueries } from '../queries/agent-queries.ts'
import { visitorQueries } from '../queries/visitor-queries.ts'

const common = {
  resume: 'cursor',
  idempotency: 'server',
  parts: agentPartTypes,
  receipts: { delivered: false, read: true },
  files: { maxBytes: maxUploadBytes, accept: ['*/*'], perMessage: maxPartsPerMessage },
  stream: true,
  conversations: 'many',
  linkBound: [],
  maxTextLength,
} as const satisfies Partial<Capabilities>

/** What this server can do for visitors. Signing in needs keys of the app. */
export const visitorCapabilities = (canSignIn: boolean): Capabilities => ({
  ...common,
  commands: Object.keys(visitorCommands),
  queries: Object.keys(visitorQueries),
  hints: ['typing', 'page'],
  identity: canSignIn ? ['anonymous', 'signed'] : ['anonymous'],
  state: true,
})

export const agentCapabilities = (): Capabilities => ({
  ...common,
  commands: Object.keys(agentCommands),
  queries: Object.keys(agentQueries),
  hints: ['typing'],
  identity: ['signed'],
  state: false,
})
