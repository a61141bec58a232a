import { maxCommandsPerBatch } from '@docent/protocol'
import { z } from 'zod'
import { agentCommands } from '../commands/agent/agent-commands.ts'
import { visitorCommands } from '../commands/visitor/visitor-commands.ts'
import { agentQueries } from '../queries/agent-queries.ts'
import { visitorQueries } from '../queries/visitor-queries.ts'
import { commandsAnswer, eventsFrame, fileRef, queryAnswers, sessionAnswer, wireError } from './answer-schemas.ts'

type Schemas = Readonly<Record<string, { readonly schema: z.ZodType }>>
type Schema = Readonly<Record<string, unknown>>

/** Checks that JSON Schema cannot say are left out: the error of the answer says them. */
function toSchema(schema: z.ZodType): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return rest
}

const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })
const ok = (description: string, schema?: Schema) => ({
  200: { description, ...(schema && json(schema)) },
  default: { description: 'An error', ...json(toSchema(wireError)) },
})
const nothing = { 204: { description: 'Done' }, default: ok('').default }
const parameter = (name: string, where: 'query' | 'path', description: string, required = true) => ({
  ...{ name, in: where, description, required },
  schema: { type: 'string' },
})

/** Commands in one request: each with its id, its name and the input of that name. */
const commandsBody = (definitions: Schemas): Schema => ({
  type: 'object',
  required: ['commands'],
  properties: {
    commands: {
      type: 'array',
      maxItems: maxCommandsPerBatch,
      items: {
        oneOf: Object.entries(definitions).map(([name, { schema }]) => ({
          title: name,
          type: 'object',
          required: ['id', 'name', 'input'],
          properties: {
            id: { type: 'string', description: 'The same over every retry: one effect, however often it is sent' },
            name: { const: name },
            input: toSchema(schema),
            createdAt: { type: 'integer' },
          },
        })),
      },
    },
  },
})

const queryBody = (definitions: Schemas): Schema => ({
  oneOf: Object.entries(definitions).map(([name, { schema }]) => ({ title: name, ...toSchema(schema) })),
})
const queryAnswer: Schema = {
  type: 'object',
  required: ['output'],
  properties: {
    output: { oneOf: Object.entries(queryAnswers).map(([title, schema]) => ({ title, ...toSchema(schema) })) },
  },
}

const hints: Schema = {
  oneOf: [
    { type: 'object', required: ['type'], properties: { type: { type: 'string', examples: ['typing', 'page'] } } },
    { type: 'object', required: ['hints'], properties: { hints: { type: 'array', items: { type: 'object' } } } },
  ],
}

/** What visitors and agents have in common. */
const shared = (commands: Schemas, queries: Schemas, output: Schema) => ({
  '/commands': {
    post: {
      summary: 'Have things done',
      requestBody: json(commandsBody(commands)),
      responses: ok('A result for each, in order', toSchema(commandsAnswer)),
    },
  },
  '/queries/{name}': {
    post: {
      summary: 'Ask',
      parameters: [parameter('name', 'path', Object.keys(queries).join(', '))],
      requestBody: json(queryBody(queries)),
      responses: ok('The output of the query', output),
    },
  },
  '/events': {
    get: {
      summary: 'What happens, as server-sent events whose data are frames; with `wait` one frame as JSON',
      parameters: [
        parameter('after', 'query', 'Cursor of the session or of the newest frame', false),
        parameter('wait', 'query', 'Seconds, at most 30: a long poll', false),
      ],
      responses: {
        ...ok('Frames', toSchema(eventsFrame)),
        204: { description: 'The session has ended' },
      },
    },
  },
  '/hints': { post: { summary: 'Typing and page: never stored', requestBody: json(hints), responses: nothing } },
  '/uploads': {
    post: {
      summary: 'A file for a message; once per command and index',
      parameters: [
        parameter('command', 'query', 'Id of the command that sends the message'),
        parameter('index', 'query', 'Which file of it, from 0'),
        parameter('name', 'query', 'The name of the file'),
        parameter('type', 'query', 'Its media type', false),
      ],
      requestBody: { content: { 'application/octet-stream': {} } },
      responses: ok('For the `file` part of the message', toSchema(fileRef)),
    },
  },
})

const underAgents = (paths: object) =>
  Object.fromEntries(Object.entries(paths).map(([path, item]) => [`/v1/agent${path}`, withSecurity(item, 'agent')]))
const underVisitors = (paths: object) =>
  Object.fromEntries(Object.entries(paths).map(([path, item]) => [`/v1${path}`, withSecurity(item, 'visitor')]))
const withSecurity = (item: object, scheme: string) =>
  Object.fromEntries(
    Object.entries(item).map(([method, operation]) => [method, { ...operation, security: [{ [scheme]: [] }] }]),
  )

const session = (summary: string, schema: Schema, body?: Schema) => ({
  summary,
  ...(body && { requestBody: json(body) }),
  responses: ok('The session', schema),
})

/** The wire as an OpenAPI 3.1 document, for those who speak it from another language or answer it from a backend of their own. */
export function createOpenApi(sessionRequest: z.ZodType, signInRequest: z.ZodType) {
  const anything: Schema = { type: 'object' }
  return {
    openapi: '3.1.0',
    info: {
      title: 'docent-server',
      version: '1',
      description: 'What the widget (`/v1`) and the inbox (`/v1/agent`) say to the server.',
    },
    components: {
      securitySchemes: {
        visitor: { type: 'http', scheme: 'bearer', description: '`accessToken` of POST /v1/session' },
        agent: { type: 'apiKey', in: 'cookie', name: 'docent_agent' },
      },
    },
    paths: {
      '/v1/session': {
        post: session(
          'Who comes: somebody new, a visitor known by secret, or one whom a token names',
          toSchema(sessionAnswer),
          toSchema(sessionRequest),
        ),
      },
      ...underVisitors(shared(visitorCommands, visitorQueries, queryAnswer)),
      '/v1/files/{id}': {
        get: {
          summary: 'A file, by the signed address that a message has',
          parameters: [
            parameter('id', 'path', 'Its id'),
            parameter('expires', 'query', 'ms'),
            parameter('signature', 'query', 'Of this server'),
          ],
          responses: { ...ok('Its bytes'), 206: { description: 'The range that was asked for' } },
        },
      },
      '/v1/content/config': {
        get: {
          summary: 'The public configuration of an app',
          parameters: [parameter('app', 'query', 'Its id')],
          responses: ok('AppConfig', anything),
        },
      },
      '/v1/content/articles': {
        get: {
          summary: 'Where its help centre is',
          parameters: [parameter('app', 'query', 'Its id')],
          responses: ok('ContentAnswer', anything),
        },
      },
      '/v1/content/guides': {
        get: {
          summary: 'Its tours, tips and checklists',
          parameters: [parameter('app', 'query', 'Its id')],
          responses: ok('ContentAnswer', anything),
        },
      },
      '/v1/agent/session': {
        post: session('Sign an agent in', anything, toSchema(signInRequest)),
        get: session('Who is signed in', anything),
        delete: { summary: 'Sign out', responses: nothing },
      },
      ...underAgents(shared(agentCommands, agentQueries, { type: 'object', required: ['output'] })),
    },
  }
}
