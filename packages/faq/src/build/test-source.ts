import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { HelpIndex, HelpManifest, HelpShard, RichText } from '@docent/protocol'
import { buildHelp } from './build-help.ts'
import { HelpBuildError } from './problem.ts'

/** A folder of source for the tests of the compiler, removed by `remove()`. */
export interface TestSource {
  readonly sourceDir: string
  readonly outDir: string
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void>
  build(): ReturnType<typeof buildHelp>
  /** Errors and warnings as `file:line:column message`, the folder left out. */
  problems(): Promise<string[]>
  manifest(): Promise<HelpManifest>
  index(locale?: string): Promise<HelpIndex>
  body(id: string, locale?: string): Promise<RichText>
  output(): Promise<string[]>
  remove(): Promise<void>
}

export const categories = '- id: invoices\n  title: Invoices\n'
export const article = (body: string, matter = ''): string =>
  `---\ntitle: Send an invoice\ncategory: invoices\n${matter}---\n${body}\n`

export async function createTestSource(): Promise<TestSource> {
  const root = await mkdtemp(join(tmpdir(), 'docent-help-'))
  const [sourceDir, outDir] = [join(root, 'help'), join(root, 'out')]
  const build = () => buildHelp({ sourceDir, outDir })
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(outDir, name), 'utf8'))
  const manifest = () => read('manifest.json') as Promise<HelpManifest>
  const localeOf = async (locale: string) => (await manifest()).locales[locale] ?? { index: '', shards: [] }
  const index = async (locale = 'en') => (await read((await localeOf(locale)).index)) as HelpIndex
  return {
    sourceDir,
    outDir,
    async write(files) {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(sourceDir, name)), { recursive: true })
        await writeFile(join(sourceDir, name), content)
      }
    },
    build,
    async problems() {
      const found = await build().then(
        ({ warnings }) => warnings,
        (error: unknown) => {
          if (error instanceof HelpBuildError) return error.problems
          throw error
        },
      )
      return found.map(({ severity, file, line, column, message, remedy }) => {
        const place = `${file.slice(sourceDir.length + 1)}${line ? `:${line}:${column}` : ''}`
        return `${place} ${severity}: ${message} | ${remedy}`
      })
    },
    manifest,
    index,
    async body(id, locale = 'en') {
      const entry = (await index(locale)).articles.find((one) => one.id === id)
      const shard = (await read((await localeOf(locale)).shards[entry?.shard ?? 0] ?? '')) as HelpShard
      return shard.articles[id] ?? []
    },
    output: async () => (await readdir(outDir)).sort(),
    remove: () => rm(root, { recursive: true, force: true }),
  }
}
