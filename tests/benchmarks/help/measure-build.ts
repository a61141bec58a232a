import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { buildHelp } from '@docent/faq/build'
import type { HelpIndex, HelpManifest } from '@docent/protocol'
import type { Article } from '../../search/engines.ts'
import { writeSource } from './write-source.ts'

export interface BuildFigures {
  readonly articles: number
  /** Of the processor, for one build each, in s: nothing known before, the same again, one article of a hundred changed. */
  readonly seconds: { readonly first: number; readonly same: number; readonly changed: number }
  /** After brotli. */
  readonly bytes: {
    readonly search: number
    /** What lists show. */
    readonly index: number
    /** Of all articles, in files of up to 32. */
    readonly bodies: number
    /** Manifest, index and search data: what a first search fetches. */
    readonly firstSearch: number
    /** What a visitor who has all of it fetches when one article of a hundred has changed. */
    readonly update: number
  }
}

export interface Built {
  readonly index: HelpIndex
  /** `SearchData`, as the file has it. */
  readonly search: string
}

export async function measureBuild(
  articles: readonly Article[],
  folder: string,
): Promise<BuildFigures & { built: Built }> {
  const [sourceDir, outDir, cacheDir] = ['source', 'out', 'cache'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await rm(folder, { recursive: true, force: true })
  await writeSource(articles, sourceDir)
  const build = async (): Promise<number> => {
    const before = process.cpuUsage()
    await buildHelp({ sourceDir, outDir, cacheDir })
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000_000
  }
  const first = await build()
  const same = await build()
  const before = new Set(await readdir(outDir))
  const read = (name: string): Promise<string> => readFile(join(outDir, name), 'utf8')
  const sizeOf = async (names: readonly string[]): Promise<number> => {
    let bytes = 0
    for (const name of names) bytes += brotliCompressSync(await read(name)).length
    return bytes
  }
  const filesOf = async () => {
    const { locales } = JSON.parse(await read('manifest.json')) as HelpManifest
    const { index = '', search = '', shards = [] } = locales.en ?? {}
    return { index, search, shards }
  }
  const { index, search, shards } = await filesOf()
  const built = { index: JSON.parse(await read(index)) as HelpIndex, search: await read(search) }
  const [searchBytes, indexBytes, bodies] = [await sizeOf([search]), await sizeOf([index]), await sizeOf(shards)]
  const manifest = await sizeOf(['manifest.json'])

  for (const { id } of articles.filter((_, number) => number % 100 === 50)) {
    const file = join(sourceDir, `${id}.md`)
    await writeFile(file, `${await readFile(file, 'utf8')}\nWhat has changed is said here.\n`)
  }
  const changed = await build()
  const now = await filesOf()
  const fresh = [now.index, now.search, ...now.shards].filter((name) => !before.has(name))
  const update = (await sizeOf(['manifest.json'])) + (await sizeOf(fresh))
  await rm(folder, { recursive: true, force: true })
  const bytes = {
    search: searchBytes,
    index: indexBytes,
    bodies,
    firstSearch: manifest + indexBytes + searchBytes,
    update,
  }
  return { articles: articles.length, seconds: { first, same, changed }, bytes, built }
}
