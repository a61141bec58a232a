import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RestrictedHelp } from '@docent/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildHelp } from './build-help.ts'
import { HelpBuildError } from './problem.ts'
import { article, categories, createTestSource, type TestSource } from './test-source.ts'

let source: TestSource
beforeEach(async () => {
  source = await createTestSource()
})
afterEach(() => source.remove())

describe('buildHelp', () => {
  it('writes a manifest, an index and bodies that belong together', async () => {
    const matter = 'keywords: [bill, 42]\npages: /invoices/*\nlevel: advanced\nupdated: 2026-11-12\n'
    await source.write({
      'categories.yml': categories,
      'send.md': article('Press **Send**.\n\n## By post\n\nPrint it.', matter),
    })
    const result = await source.build()
    expect(result).toMatchObject({ articles: 1, categories: 1, locales: ['en'], files: 5, warnings: [] })
    expect((await source.manifest()).locales.en).toMatchObject({ count: 1 })
    expect(await source.index()).toEqual({
      categories: [{ id: 'invoices', title: 'Invoices' }],
      articles: [
        {
          id: 'send',
          title: 'Send an invoice',
          category: 'invoices',
          headings: ['By post'],
          lead: 'Press Send. Print it.',
          keywords: ['bill', '42'],
          level: 'advanced',
          pages: ['/invoices/*'],
          minutes: 1,
          updated: '2026-11-12',
          shard: 0,
        },
      ],
    })
    expect(await source.body('send')).toContainEqual({
      type: 'paragraph',
      children: ['Press ', { type: 'strong', children: ['Send'] }, '.'],
    })
  })

  it('gives equal bytes for equal sources, and another version for any change', async () => {
    await source.write({ 'categories.yml': categories, 'a.md': article('One.'), 'b.md': article('Two.') })
    const first = await source.build()
    const files = await source.output()
    const again = await buildHelp({ sourceDir: source.sourceDir, outDir: `${source.outDir}-2` })
    expect(again.version).toBe(first.version)
    for (const file of files)
      expect(await readFile(join(`${source.outDir}-2`, file))).toEqual(await readFile(join(source.outDir, file)))
    await source.write({ 'b.md': article('Three.') })
    expect((await source.build()).version).not.toBe(first.version)
  })

  it('leaves what was there as it was when the source has errors', async () => {
    await source.write({ 'categories.yml': categories, 'a.md': article('One.') })
    await source.build()
    const before = await source.output()
    await source.write({ 'a.md': article('Changed.'), 'b.md': article('<b>no</b>') })
    await expect(source.build()).rejects.toThrow(HelpBuildError)
    expect(await source.output()).toEqual(before)
    expect(JSON.stringify(await source.body('a'))).toContain('One.')
  })

  it('removes files of the build before, and nobody else’s', async () => {
    await source.write({ 'categories.yml': categories, 'a.md': article('One.') })
    await source.build()
    await writeFile(join(source.outDir, 'robots.txt'), 'x')
    const before = await source.output()
    await source.write({ 'a.md': article('Two.') })
    await source.build()
    const after = await source.output()
    expect(after).toContain('robots.txt')
    expect(after).toHaveLength(before.length)
    expect(after).not.toEqual(before)
  })

  it('refuses a folder with a manifest of something else', async () => {
    await source.write({
      'categories.yml': categories,
      'a.md': article('One.'),
      '../out/manifest.json': '{"name":"app"}',
    })
    await expect(source.build()).rejects.toThrow('not of a help centre')
    expect(await readFile(join(source.outDir, 'manifest.json'), 'utf8')).toBe('{"name":"app"}')
  })

  it('orders articles by category, level, order and title', async () => {
    const one = (title: string, rest: string): string => `---\ntitle: ${title}\n${rest}\n---\nText.\n`
    await source.write({
      'categories.yml': '- { id: b, title: B }\n- { id: a, title: A }\n',
      '1.md': one('Zebra', 'category: a'),
      '2.md': one('Ape', 'category: a'),
      '3.md': one('Deep', 'category: b\nlevel: advanced\norder: 1'),
      '4.md': one('Later', 'category: b\norder: 2'),
      '5.md': one('Sooner', 'category: b\norder: 1.5'),
    })
    await source.build()
    expect((await source.index()).articles.map(({ title }) => title)).toEqual([
      'Sooner',
      'Later',
      'Deep',
      'Ape',
      'Zebra',
    ])
  })

  it('builds each locale for itself, with its own categories where there are some', async () => {
    await source.write({
      'categories.yml': categories,
      'en/send.md': article('English.'),
      'lv/categories.yml': '- { id: invoices, title: Rēķini }',
      'lv/send.md': article('Latviski.'),
      'images/readme.md': 'not an article',
    })
    expect(await source.build()).toMatchObject({ articles: 2, locales: ['en', 'lv'] })
    expect((await source.index('lv')).categories).toEqual([{ id: 'invoices', title: 'Rēķini' }])
    expect(await source.body('send', 'lv')).toEqual([{ type: 'paragraph', children: ['Latviski.'] }])
  })

  it('spreads 1,000 articles over files of at most 32, and an article more changes one of them', async () => {
    const one = (index: number): string => `---\ntitle: T${index}\ncategory: c${index % 30}\n---\nText ${index}.\n`
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`n${index}.md`, one(index)]))
    const list = Array.from({ length: 30 }, (_, index) => `- { id: c${index}, title: C${index} }`).join('\n')
    await source.write({ ...files, 'categories.yml': list })
    const progress: number[] = []
    const { sourceDir, outDir } = source
    await buildHelp({ sourceDir, outDir, onProgress: (done) => void progress.push(done) })
    expect(progress.at(-1)).toBe(1000)
    const sizes = new Map<number, number>()
    for (const { shard } of (await source.index()).articles) sizes.set(shard, (sizes.get(shard) ?? 0) + 1)
    expect(Math.max(...sizes.values())).toBeLessThanOrEqual(32)
    expect(sizes.size).toBeLessThan(1000 / 8)
    const before = new Set((await source.manifest()).locales.en?.shards)
    await source.write({ 'n5000.md': one(5010) })
    await source.build()
    const after = (await source.manifest()).locales.en?.shards ?? []
    // Where the new one ends a file, two are new.
    expect(after.filter((name) => !before.has(name)).length).toBeLessThanOrEqual(2)
  })

  it('writes what not everyone may read into another folder, a part for those who may read the same', async () => {
    const restrictedDir = `${source.outDir}-restricted`
    await source.write({
      'categories.yml': categories,
      'open.md': article('For everyone.'),
      'secret.md': article('For customers.', 'audience: [customers, partners]\n'),
      'pro.md': article('For pro.', 'plan: pro\n'),
    })
    expect(await source.problems()).toEqual([
      expect.stringContaining('pro.md:4:7'),
      expect.stringContaining('--restricted'),
    ])
    const { sourceDir, outDir } = source
    const result = await buildHelp({ sourceDir, outDir, restrictedDir })
    expect(result).toMatchObject({ articles: 3, restrictedArticles: 2 })
    expect(await source.manifest()).toMatchObject({ isRestricted: true })
    expect((await source.index()).articles.map(({ id }) => id)).toEqual(['open'])
    for (const file of await source.output())
      expect(await readFile(join(outDir, file), 'utf8')).not.toMatch(/customers|For pro|secret/)
    const { parts } = JSON.parse(await readFile(join(restrictedDir, 'manifest.json'), 'utf8')) as RestrictedHelp
    expect(parts.map(({ audiences }) => audiences)).toEqual([['customers', 'partners'], ['plan-pro']])
    const shard = await readFile(join(restrictedDir, parts[1]?.locales.en?.shards[0] ?? ''), 'utf8')
    expect(shard).toContain('For pro.')
    expect(shard).not.toContain('customers')
    await expect(buildHelp({ sourceDir, outDir, restrictedDir: join(outDir, 'x') })).rejects.toThrow('public folder')
  })

  it('writes the questions and answers for the team’s public site, harmless in a script', async () => {
    await source.write({
      'categories.yml': categories,
      'a.md': article('One `</script>` & **two**.\n\n- x\n- [y](https://a.example)'),
    })
    await source.build()
    const text = await readFile(join(source.outDir, 'faq.en.html'), 'utf8')
    expect(text.match(/<\/script>/g)).toHaveLength(1)
    const [question] = JSON.parse(text.replace(/<\/?script.*?>/g, '')).mainEntity
    expect(question).toMatchObject({ '@type': 'Question', name: 'Send an invoice' })
    expect(question.acceptedAnswer.text).toBe(
      '<p>One &lt;/script&gt; &amp; <strong>two</strong>.</p><ul><li>x</li><li><a href="https://a.example">y</a></li></ul>',
    )
  })
})
