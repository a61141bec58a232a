import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { version } from './version.ts'

/** Where builds of this version keep what they have read, beside what other tools keep; none outside of a project. */
export function cacheDir(from = process.cwd()): { readonly cacheDir?: string } {
  // From source any two builds may be of two compilers.
  if (import.meta.url.endsWith('.ts')) return {}
  const modules = join(from, 'node_modules')
  if (existsSync(modules)) return { cacheDir: join(modules, '.cache', 'docent', version()) }
  return dirname(from) === from ? {} : cacheDir(dirname(from))
}
