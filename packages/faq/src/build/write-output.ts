import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isHashedName } from './hash.ts'
import type { Files } from './output.ts'

/**
 * Replaces the help centre in a folder. Everything is written aside first; then the hashed files are moved in, which no
 * reader knows yet, then the manifest, in one step, and only then what the old one named is removed. Whoever reads the folder
 * meanwhile sees the old or the new one whole, and files that are not ours stay.
 */
export async function writeOutput(files: Files, outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true })
  const aside = await mkdtemp(join(outDir, '.build-'))
  try {
    for (const [name, content] of files) await writeFile(join(aside, name), content)
    for (const name of files.keys()) if (name !== 'manifest.json') await rename(join(aside, name), join(outDir, name))
    if (files.has('manifest.json')) await rename(join(aside, 'manifest.json'), join(outDir, 'manifest.json'))
    else await rm(join(outDir, 'manifest.json'), { force: true })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  for (const name of await readdir(outDir)) if (isHashedName(name) && !files.has(name)) await rm(join(outDir, name))
}

/** Why a build must not be put here; `undefined` when it may. */
export async function refuseOutDir(outDir: string): Promise<string | undefined> {
  const manifest = join(outDir, 'manifest.json')
  if (!existsSync(manifest)) return undefined
  const text = await readFile(manifest, 'utf8')
  return /"format"\s*:/.test(text) ? undefined : 'There is a manifest.json in this folder that is not of a help centre'
}
