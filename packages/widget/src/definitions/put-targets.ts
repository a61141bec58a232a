import { fail } from '@docent/core'
import { isRecord, type Loose } from './loose.ts'

/** Puts the document's own `targets` where `{ "ref": "save" }` names one. */
export function putTargets(given: Loose): Loose {
  const { targets = {} } = given
  if (!isRecord(targets)) fail('option-invalid', '`targets` is no object', 'Write { "save": { "testId": "save" } }')
  const put = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((part, index) => put(part, `${at}[${index}]`))
    if (!isRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => {
        const here = at ? `${at}.${name}` : name
        const isName = name === 'target' && isRecord(part) && typeof part.ref === 'string'
        return [name, isName ? named(targets, String(part.ref), here) : put(part, here)]
      }),
    )
  }
  return { ...(put({ ...given, targets: undefined }, '') as Loose), targets }
}

function named(targets: Loose, ref: string, at: string): unknown {
  if (Object.hasOwn(targets, ref)) return targets[ref]
  const names = Object.keys(targets).join(', ')
  return fail(
    'option-invalid',
    `\`${at}.ref\` is "${ref}", which is not among \`targets\``,
    names ? `There is ${names}` : 'Add it to `targets`',
  )
}
