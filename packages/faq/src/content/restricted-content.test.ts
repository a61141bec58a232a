// @vitest-environment node
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeatureContext } from '@docent/core'
import type { HelpIndex, HelpManifest, HelpShard, RestrictedHelp } from '@docent/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { buildHelp } from '../build/build-help.ts'
import { categories, createTestSource, type TestSource } from '../build/test-source.ts'
import { createImpactIndex } from '../search/impact/impact-index.ts'
import type { SearchData } from '../search/impact/search-data.ts'
import { restrictedFile, withRestricted } from './restricted-content.ts'

const one = (title: string, body: string, matter = ''): string =>
  `---\ntitle: ${title}\ncategory: invoices\n${matter}---\n${body}\n`

let source: TestSource
beforeEach(async () => {
  source = await createTestSource()
  await source.write({
    'categories.yml': categories,
    'send.md': one('Send an invoice', 'Press send.'),
    'vat.md': one('Change a VAT rate', 'Under taxes.'),
    'limits.md': one('Limits of the API', 'Ten calls a second, quietly.', 'plan: [pro, business]\n'),
    'margins.md': one('Margins of partners', 'Twelve percent of an invoice.', 'audience: partners\n'),
  })
})
afterEach(() => source.remove())

/** A backend that hands out what is built to a visitor of these audiences. */
async function visit(audiences: readonly string[], id: string | undefined = 'u1') {
  const { sourceDir, outDir } = source
  const restrictedDir = `${outDir}-restricted`
  await buildHelp({ sourceDir, outDir, restrictedDir })
  const read = async (folder: string, name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, name), 'utf8'))
  const query = vi.fn(async (name: string, input: { name?: string }): Promise<unknown> => {
    if (name === 'restricted-file') return read(restrictedDir, input.name ?? '')
    const { parts } = (await read(restrictedDir, 'manifest.json')) as RestrictedHelp
    return {
      parts: parts
        .filter((part) => part.audiences.some((each) => audiences.includes(each)))
        .map(({ locales }) => locales),
    }
  })
  const context = {
    engine: async () => ({ link: { query } }),
    visitor: { peek: () => ({ id, traits: {} }) },
  } as unknown as Pick<FeatureContext, 'engine' | 'visitor'>
  const everyones = (await read(outDir, 'manifest.json')) as HelpManifest
  const file = async <T>(name = ''): Promise<T> =>
    (name.startsWith('+')
      ? await restrictedFile(context, name, (plain) => read(outDir, plain))
      : await read(outDir, name)) as T
  return { context, query, everyones, file }
}

async function open(audiences: readonly string[]) {
  const { context, everyones, file } = await visit(audiences)
  const manifest = await withRestricted(context, everyones)
  const files = manifest.locales.en
  const index = await file<HelpIndex>(files?.index)
  const data = await file<SearchData>(files?.search)
  const search = createImpactIndex(
    data,
    index.articles.map(({ title }) => title),
  )
  const find = (query: string) => search.search(query, 5).hits.map(({ article }) => index.articles[article]?.id)
  const bodyOf = async (id: string) => {
    const shard = index.articles.find((article) => article.id === id)?.shard ?? -1
    return JSON.stringify((await file<HelpShard>(files?.shards[shard])).articles[id])
  }
  return { manifest, everyones, index, find, bodyOf }
}

describe('restricted content', () => {
  it('is searched, listed and read among what is public', async () => {
    const { manifest, everyones, index, find, bodyOf } = await open(['plan-pro', 'partners'])
    expect(index.articles.map(({ id }) => id)).toEqual(['vat', 'send', 'margins', 'limits'])
    expect(manifest.locales.en?.count).toBe(4)
    expect(manifest.version).not.toBe(everyones.version)
    expect(find('api limits')).toEqual(['limits'])
    expect(find('invoice')[0]).toBe('send')
    expect(find('invoice')).toContain('margins')
    expect(await bodyOf('limits')).toContain('Ten calls')
    expect(await bodyOf('margins')).toContain('Twelve percent')
    expect(await bodyOf('vat')).toContain('Under taxes')
  })

  it('is found by its words as if all had been built as one', async () => {
    const { find } = await open(['plan-business', 'partners'])
    const together = await open([])
    expect(find('quietly')).toEqual(['limits'])
    expect(together.find('quietly')).toEqual([])
  })

  it('changes the version with what a visitor may read', async () => {
    const versions = await Promise.all(
      [[], ['partners'], ['plan-pro'], ['partners', 'plan-pro']].map(
        async (each) => (await open(each)).manifest.version,
      ),
    )
    expect(new Set(versions).size).toBe(4)
  })

  it('asks nothing for visitors who are not signed in', async () => {
    const { context, query, everyones } = await visit(['plan-pro'], '')
    const nobody = { ...context, visitor: { peek: () => ({ traits: {} }) } } as unknown as typeof context
    expect(await withRestricted(nobody, everyones)).toBe(everyones)
    expect(query).not.toHaveBeenCalled()
  })

  it('goes on with what is kept where the backend cannot be asked, and else with what is public', async () => {
    const { context, query, everyones } = await visit(['plan-pro'])
    query.mockRejectedValue(Object.assign(new Error('No connection'), { code: 'offline' }))
    expect(await withRestricted(context, everyones)).toEqual(everyones)
    await expect(withRestricted(context, everyones, {})).rejects.toMatchObject({ code: 'offline' })
    query.mockRejectedValue(Object.assign(new Error('No such query'), { code: 'unsupported' }))
    expect(await withRestricted(context, everyones, {})).toEqual(everyones)
  })
})
