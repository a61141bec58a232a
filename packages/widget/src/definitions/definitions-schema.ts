type Schema = Readonly<Record<string, unknown>>

const text = { type: 'string', pattern: '\\S' }
const id = { type: 'string', pattern: '^[\\w.-]{1,80}$' }
const number = { type: 'number' }
const atLeast = (minimum: number): Schema => ({ type: 'number', minimum })
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const list = (items: Schema, minItems = 0): Schema => ({ type: 'array', items, minItems })
/** Fields whose names end with `?` may be left out. */
const closed = (fields: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(fields).map(([name, of]) => [name.replace('?', ''), of])),
  required: Object.keys(fields).filter((name) => !name.endsWith('?')),
  additionalProperties: false,
})
const ofKind = (kind: string, fields: Readonly<Record<string, Schema>> = {}): Schema =>
  closed({ kind: { const: kind }, ...fields })
const rule = ref('rule')
const target = ref('target')
const placement = { enum: ['top', 'bottom', 'start', 'end'] }
const label = { 'label?': text }
const article = ofKind('article', { id: text, ...label })
const chat = ofKind('chat', { 'text?': text, ...label })

const action: Schema = {
  oneOf: [
    ofKind('page', { url: text, ...label }),
    ofKind('guide', { id: text, ...label }),
    article,
    chat,
    ofKind('run', { name: text, ...label }),
  ],
}
const advance: Schema = {
  oneOf: [
    ofKind('button'),
    ofKind('click'),
    ofKind('input', { 'pattern?': text }),
    ofKind('page', { path: text }),
    ofKind('event', { name: text }),
  ],
}
const question: Schema = {
  oneOf: [
    ofKind('rating', { 'from?': { type: 'integer' }, 'to?': { type: 'integer' }, 'lowest?': text, 'highest?': text }),
    ofKind('choice', { options: list(text, 2) }),
    ofKind('text'),
  ],
}
const answer = { anyOf: [text, closed({ 'atLeast?': number, 'atMost?': number })] }
const step: Schema = {
  ...closed({
    ...{ id, 'kind?': { enum: ['anchored', 'modal', 'hotspot', 'banner', 'question', 'hidden'] } },
    ...{ 'page?': text, 'target?': target, 'title?': text, 'text?': text, 'placement?': placement },
    ...{ 'advance?': advance, 'question?': question, 'action?': action, 'waitMs?': atLeast(0) },
    'next?': list(closed({ 'to?': id, 'when?': rule, 'answer?': answer })),
    'ifMissing?': { anyOf: [{ enum: ['centre', 'skip', 'end'] }, article, chat] },
  }),
  // Only a hidden step shows nothing.
  if: { properties: { kind: { const: 'hidden' } }, required: ['kind'] },
  else: { required: ['title', 'text'] },
}
const notice = { id, 'when?': rule, 'until?': rule, text, 'action?': action }
const task = closed({
  ...{
    id,
    title: text,
    'text?': text,
    'doneWhen?': rule,
    'byHand?': { type: 'boolean' },
    'reopens?': { type: 'boolean' },
  },
  ...{ 'when?': rule, 'points?': atLeast(0), 'required?': { type: 'boolean' }, 'requires?': list(id) },
  ...{ 'action?': action, 'help?': action, 'minutes?': { type: 'number', exclusiveMinimum: 0 } },
})

const parts: Readonly<Record<string, Schema>> = {
  tours: closed({
    ...{ id, 'title?': text, 'when?': rule, 'until?': rule, 'priority?': number, steps: list(step, 1) },
  }),
  tips: closed({ id, 'kind?': { enum: ['tip', 'term', 'validate', 'error'] }, target, text }),
  hotspots: closed({ ...notice, target, title: text, 'placement?': placement }),
  banners: closed({ ...notice, 'edge?': { enum: ['top', 'bottom'] }, 'priority?': number }),
  nudges: closed({
    ...{ id, when: rule, 'title?': text, text, 'action?': action, 'delayMs?': atLeast(0), 'priority?': number },
    ...{ 'groups?': list(text), 'again?': { type: 'string', pattern: '^P' } },
  }),
  checklists: closed({
    ...{ id, title: text, 'description?': text, 'when?': rule, 'order?': { enum: ['any', 'listed'] }, 'badge?': text },
    'milestones?': list(closed({ id, title: text, after: list(id, 1), 'badge?': text })),
    tasks: list(task, 1),
  }),
}

/** In a document, rules may name its targets too, and a text of spaces is none. */
const withNames = (part: unknown): Schema =>
  JSON.parse(
    JSON.stringify(part, (name, value) => {
      if (name === 'target' && value.anyOf) return target
      return value?.type === 'string' && value.minLength === 1 ? text : value
    }),
  )

/**
 * The JSON Schema of definitions documents, as `@docent/protocol/definitions.schema.json` publishes it.
 * @param ruleParts `$defs` of the schema of rules
 */
export function definitionsSchema(ruleParts: Schema): Schema {
  const pointed = { anyOf: [text, ref('locator'), list(ref('locator'), 1)] }
  const named = Object.entries(parts).map(([name, of]): [string, Schema] => [`${name}?`, list(of)])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Definitions',
    description: 'Tours, tips, hotspots, banners, nudges and checklists of an app that carries Docent.',
    ...closed({
      ...{ '$schema?': { type: 'string' }, version: { const: 1 } },
      'targets?': { type: 'object', additionalProperties: pointed },
      'translations?': {
        type: 'object',
        additionalProperties: { type: 'object', additionalProperties: { type: 'string' } },
      },
      ...Object.fromEntries(named),
    }),
    $defs: {
      ...withNames(ruleParts),
      target: { anyOf: [...pointed.anyOf, closed({ ref: text })] },
    },
  }
}
