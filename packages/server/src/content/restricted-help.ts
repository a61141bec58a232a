import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type HelpAccess,
  type HelpLocale,
  type Json,
  type RestrictedHelp,
  type RestrictedPart,
  TransportError,
} from '@docent/protocol'
import { parseJson } from '../base/json.ts'
import type { Log } from '../base/log.ts'
import type { Facts, VisitorRow } from '../records/visitors.ts'

/** Articles that not everyone may read. */
export interface RestrictedHelpShelf {
  /** What the visitor may read. Nobody is refused: who may read nothing gets no parts. */
  accessOf(visitor: VisitorRow): Promise<HelpAccess>
  /** One file of what the visitor may read; `not-found` for all others, whether they are there or not. */
  file(visitor: VisitorRow, name: string): Promise<Json>
}

/**
 * Only what the customer's backend signed counts: anybody can say of themselves in a page that they have the best plan.
 * `plan: 'pro'` is the audience `plan-pro`, as in the front matter of articles.
 */
export function audiencesOf({ external_id, claims }: Pick<VisitorRow, 'external_id' | 'claims'>): ReadonlySet<string> {
  if (external_id === null) return new Set()
  const { audience, plan } = parseJson<Facts>(claims).traits ?? {}
  const names = [audience ?? []].flat().filter((name) => typeof name === 'string')
  return new Set(typeof plan === 'string' ? [...names, `plan-${plan}`] : names)
}

export function createRestrictedHelp(folder: string | undefined, log: Log): RestrictedHelpShelf {
  /** Read each time: it is asked for once a page view, by few. */
  async function partsFor(visitor: VisitorRow): Promise<readonly RestrictedPart[]> {
    const audiences = audiencesOf(visitor)
    if (folder === undefined || audiences.size === 0) return []
    try {
      const { parts } = parseJson<RestrictedHelp>(await readFile(join(folder, 'manifest.json'), 'utf8'))
      return parts.filter((part) => part.audiences.some((name) => audiences.has(name)))
    } catch (error) {
      log(
        'warn',
        `The restricted help centre ${folder} cannot be read. Run \`docent build … --restricted\`.`,
        String(error),
      )
      return []
    }
  }
  return {
    accessOf: async (visitor) => ({ parts: (await partsFor(visitor)).map(({ locales }) => locales) }),
    async file(visitor, name) {
      const parts = await partsFor(visitor)
      const theirs = parts.flatMap(({ locales }) => Object.values(locales)).flatMap(filesOf)
      // A name that is among them is one that the build made: it leads nowhere else.
      if (folder !== undefined && theirs.includes(name))
        return parseJson<Json>(await readFile(join(folder, name), 'utf8'))
      throw new TransportError('not-found', 'There is no such file, or it is not for this visitor.')
    },
  }
}

const filesOf = ({ index, search, shards }: HelpLocale): readonly string[] => [
  index,
  ...(search ? [search] : []),
  ...shards,
]
