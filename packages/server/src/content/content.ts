import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type AppConfig, type ContentAnswer, isObject, type Json } from '@docent/protocol'
import { parseJson, withoutEmpty } from '../base/json.ts'
import type { Log } from '../base/log.ts'
import type { AppOptions } from '../options/server-options.ts'
import { replyTimeAt } from '../reply/reply-time.ts'

/** What an app publishes to everyone. */
export interface Content {
  config(): { readonly version: string; readonly value: AppConfig }
  /** `undefined`: the app has no help centre, or it is not built. */
  articles(): Promise<ContentAnswer | undefined>
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
  return {
    config() {
      const config = current()
      const version = createHash('sha256').update(JSON.stringify(config)).digest('base64url').slice(0, 16)
      return { version, value: config }
    },
    async articles() {
      const current = await manifest?.()
      return current && { ...current, base: `${base}${helpPath(app.id)}` }
    },
  }
}

export const helpPath = (appId: string): string => `/help/${appId}/`

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
