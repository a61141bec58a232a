import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isObject } from '@docent/protocol'
import { createStartError } from '../base/start-error.ts'
import { checkApps } from './check-apps.ts'
import type { AppOptions } from './server-options.ts'

/** The apps of the configuration file; `undefined` when none was named and the default one is not there. */
export function readConfigFile(named: string | undefined, dataDir: string): readonly AppOptions[] | undefined {
  const file = resolve(named ?? join(dataDir, 'docent.config.json'))
  if (named === undefined && !existsSync(file)) return undefined
  const content = readJson(file)
  if (!isObject(content) || Object.keys(content).some((key) => key !== 'apps')) {
    throw createStartError('config-invalid', `${file}: must be an object with one key, \`apps\`.`)
  }
  const folder = dirname(file)
  return checkApps(content.apps, `${file}: apps`, 'config-invalid').map((app) => {
    const { helpDir, restrictedHelpDir, definitionsFile } = app
    return {
      ...app,
      ...(helpDir !== undefined && { helpDir: resolve(folder, helpDir) }),
      ...(restrictedHelpDir !== undefined && { restrictedHelpDir: resolve(folder, restrictedHelpDir) }),
      ...(definitionsFile !== undefined && { definitionsFile: resolve(folder, definitionsFile) }),
    }
  })
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? `is not JSON (${error.message})` : 'cannot be read'
    throw createStartError('config-invalid', `The configuration file ${file} ${why}.`, error)
  }
}
