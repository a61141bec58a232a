import { readFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { isObject } from '@docent/protocol'
import { createJiti } from 'jiti'

/** What of a module's exports belongs to definitions, besides one object of the name `definitions` or the default export. */
const parts = ['tours', 'tips', 'hotspots', 'banners', 'nudges', 'checklists', 'targets', 'translations']

/** The file is not there, cannot be read, or holds no definitions. */
export class DefinitionsFileError extends Error {
  override readonly name = 'DefinitionsFileError'
  constructor(
    readonly file: string,
    message: string,
    readonly remedy: string,
  ) {
    super(message)
  }
}

/**
 * Definitions as a file has them: JSON, or a module (TypeScript too) that exports `definitions`, or `tours`, `tips`, `checklists` …
 * @throws DefinitionsFileError
 */
export async function readDefinitionsFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  const found = extname(file) === '.json' ? await readJson(file) : await readModule(file)
  if (isObject(found)) return found
  throw new DefinitionsFileError(file, 'There are no definitions in it', 'Write { "version": 1, "tours": [ … ] }')
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => refuse(file, error))
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DefinitionsFileError(file, `It is not JSON: ${messageOf(error)}`, 'Mend it where it says')
  }
}

async function readModule(file: string): Promise<unknown> {
  const jiti = createJiti(import.meta.url)
  const module = await jiti
    .import<Record<string, unknown>>(resolve(file))
    .catch((error: unknown) => refuse(file, error))
  const whole = module.definitions ?? module.default
  if (isObject(whole) && parts.some((name) => name in whole)) return { version: 1, ...whole }
  const named = Object.entries(module).filter(([name]) => parts.includes(name))
  return named.length > 0 ? { version: 1, ...Object.fromEntries(named) } : undefined
}

function refuse(file: string, error: unknown): never {
  throw new DefinitionsFileError(
    file,
    `It cannot be read: ${messageOf(error)}`,
    'Name a JSON file, or a module that exports `definitions`',
  )
}

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message.split('\n', 1)[0] : String(error)) ?? ''
