import { fail } from './error.ts'
import type { DocentOptions } from './options.ts'

/** Throws what is wrong with transport and features. The script tag, which makes them itself, does without. */
export function checkParts({ transport, features }: Partial<DocentOptions>): void {
  if (!transport)
    fail(
      'option-missing',
      '`transport` is missing',
      "Pass one, for example http({ url }) from 'docent/transports/http'",
    )
  for (const method of ['connect', 'perform', 'query'] as const)
    if (typeof transport[method] !== 'function')
      fail('option-invalid', `\`transport.${method}\` is not a function`, 'A transport has connect, perform and query')
  if (!Array.isArray(features))
    fail('option-missing', '`features` is not a list', 'Pass one, for example [chat(), faq()]')
  const names = new Set(['home'])
  for (const feature of features) {
    if (typeof feature?.setup !== 'function' || !feature.name)
      fail('option-invalid', '`features` holds something that is not a feature', 'Call it: chat(), not chat')
    if (names.has(feature.name))
      fail('feature-duplicate', `There are two features named "${feature.name}"`, 'Install each once')
    names.add(feature.name)
  }
}
