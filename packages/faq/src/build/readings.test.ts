// @vitest-environment node
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as article from './article.ts'
import { buildHelp } from './build-help.ts'
import { HelpBuildError } from './problem.ts'
import { categories, createTestSource, type TestSource } from './test-source.ts'

const one = (title: string, body: string): string => `---\ntitle: ${title}\ncategory: invoices\n---\n${body}\n`
const svg = (size: number): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"/>`

let source: TestSource
const read = vi.spyOn(article, 'readArticle')
beforeEach(async () => {
  source = await createTestSource()
  read.mockClear()
  await source.write({
    'categories.yml': categories,
    'a.md': one('First', 'See [the other](./b.md#more).\n\n![Chart](chart.svg)'),
    'b.md': one('Second', '## More\n\nOf it.\n\n![](https://pictures.example/x.png)'),
    'chart.svg': svg(10),
  })
})
afterEach(() => source.remove())
afterAll(() => read.mockRestore())

async function build(cacheDir = join(source.outDir, '../cache')) {
  read.mockClear()
  const { sourceDir, outDir } = source
  const result = await buildHelp({ sourceDir, outDir, cacheDir })
  const files = await Promise.all(
    (await source.output()).map(async (name) => [name, await readFile(join(outDir, name), 'utf8')]),
  )
  return { ...result, files, reads: read.mock.calls.map(([{ path }]) => path) }
}

describe('a second build', () => {
  it('reads nothing again that is as it was, and writes and says the same', async () => {
    const first = await build()
    expect(first.reads).toEqual(['a.md', 'b.md'])
    const second = await build()
    expect(second).toEqual({ ...first, reads: [] })
    expect(first.warnings.map(({ message }) => message)).toEqual([
      'This picture is on another server',
      'This image has no text',
    ])
  })

  it('reads what has changed, and gives what one without a cache gives', async () => {
    await build()
    await source.write({ 'b.md': one('Second', '## More\n\nOf what is new.') })
    const second = await build()
    expect(second.reads).toEqual(['b.md'])
    const anew = await build(join(source.outDir, '../another'))
    expect(second.files).toEqual(anew.files)
  })

  it('looks at pictures each time', async () => {
    await build()
    await source.write({ 'chart.svg': svg(20) })
    const second = await build()
    expect(second.reads).toEqual(['a.md'])
    expect(await source.body('a')).toContainEqual(expect.objectContaining({ type: 'image', widthPx: 20 }))
    await source.write({ 'a.md': one('First', '![Chart](chart2.svg)') })
    await expect(build()).rejects.toThrow('There is no image')
    await source.write({ 'chart2.svg': svg(30) })
    await build()
    expect(await source.body('a')).toContainEqual(expect.objectContaining({ type: 'image', widthPx: 30 }))
  })

  it('finds links that are dead now in articles that have not changed', async () => {
    await build()
    await source.write({ 'b.md': one('Second', 'No more.') })
    const failure = await build().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(HelpBuildError)
    expect(String(failure)).toContain('has no heading “#more”')
    await source.write({ 'b.md': one('Second', '## More\n\nAgain.') })
    expect((await build()).reads).toEqual(['b.md'])
    expect(JSON.stringify(await source.body('a'))).toContain('"route":"b#more"')
  })

  it('is none where the cache is broken or cannot be written', async () => {
    const first = await build()
    const folder = join(source.outDir, '../cache')
    for (const name of await readdir(folder)) await writeFile(join(folder, name), 'broken')
    expect((await build()).files).toEqual(first.files)
    await writeFile(join(source.outDir, '../file'), '')
    expect((await build(join(source.outDir, '../file/cache'))).files).toEqual(first.files)
  })
})
