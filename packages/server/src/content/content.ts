import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type AppConfig,
  type ContentAnswer,
  type HelpIndex,
  type HelpManifest,
  isObject,
  type Json,
  type ShowableSurface,
} from '@docent/protocol'
import { parseJson, withoutEmpty } from '../base/json.ts'
import type { Log } from '../base/log.ts'
import type { AppOptions } from '../options/server-options.ts'
import { replyTimeAt } from '../reply/reply-time.ts'
import { createRestrictedHelp, type RestrictedHelpShelf } from './restricted-help.ts'

/** What an app publishes to everyone. */
export interface Content {
  config(): { readonly version: string; readonly value: AppConfig }
  /** `undefined`: the app has no help centre, or it is not built. */
  articles(): Promise<ContentAnswer | undefined>
  /** Tours, tips and checklists. `undefined`: the app names no file of them, or it cannot be read. */
  guides(): Promise<ContentAnswer | undefined>
  /** Articles that not everyone may read. */
  readonly restricted: RestrictedHelpShelf
  /** What agents can have shown: the articles, and the tours and checklists that the app names. */
  surfaces(): Promise<readonly ShowableSurface[]>
}

export function createContent(app: AppOptions, base: string, log: Log): Content {
  const { helpDir } = app
  const value: AppConfig = withoutEmpty({
    name: app.name,
    accent: app.accent,
    replyTime: app.replyTime,
    team: app.team,
    presence: app.presence,
    help: helpDir === undefined ? false : helpPath(app.id),
  })
  /** What is true for anybody: a visitor's own reply time, by plan and stage, comes over the events connection. */
  const current = (): AppConfig => {
    const reply = app.reply && replyTimeAt(app.reply, {}, Date.now())
    return reply ? { ...value, reply } : value
  }
  const manifest = helpDir === undefined ? undefined : createManifestReader(join(helpDir, 'manifest.json'), log)
  const definitions = app.definitionsFile === undefined ? undefined : createDefinitionsReader(app.definitionsFile, log)
  return {
    restricted: createRestrictedHelp(app.restrictedHelpDir, log),
    config() {
      const config = current()
      return { version: hashOf(JSON.stringify(config)), value: config }
    },
    async articles() {
      const current = await manifest?.()
      return current && { ...current, base: `${base}${helpPath(app.id)}` }
    },
    async guides() {
      const current = await definitions?.()
      return current && { ...current, base }
    },
    async surfaces() {
      const current = await manifest?.()
      const articles = helpDir === undefined || !current ? [] : await readTitles(helpDir, current.manifest)
      return [...(app.surfaces ?? []), ...articles]
    },
  }
}

export const helpPath = (appId: string): string => `/help/${appId}/`

async function readTitles(helpDir: string, manifest: Json): Promise<ShowableSurface[]> {
  const { locales, defaultLocale } = manifest as unknown as HelpManifest
  const files = locales[defaultLocale]
  if (!files) return []
  const { articles } = parseJson<HelpIndex>(await readFile(join(helpDir, files.index), 'utf8'))
  return articles.map(({ id, title }) => ({ feature: 'faq', id, title }))
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16)

const createDefinitionsReader = (file: string, log: Log) => async () => {
  try {
    const text = await readFile(file, 'utf8')
    return { version: hashOf(text), manifest: parseJson<Json>(text) }
  } catch (error) {
    log('warn', `The definitions ${file} cannot be read. Check them with \`docent lint\`.`, String(error))
    return undefined
  }
}

/** Reads the manifest again when `docent build` has written a new one. */
function createManifestReader(file: string, log: Log) {
  let known: { readonly changedAt: number; readonly value: { version: string; manifest: Json } } | undefined
  return async () => {
    try {
      const { mtimeMs: changedAt } = await stat(file)
      if (known?.changedAt !== changedAt) {
        const manifest = parseJson(await readFile(file, 'utf8'))
        if (!isObject(manifest) || typeof manifest.version !== 'string') throw new Error('it has no `version`')
        known = { changedAt, value: { version: manifest.version, manifest: manifest as Json } }
      }
      return known.value
    } catch (error) {
      log('warn', `The help centre ${file} cannot be read. Run \`docent build\`.`, String(error))
      return undefined
    }
  }
}
