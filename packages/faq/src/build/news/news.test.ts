import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NewsFile } from '@docent/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { article, categories, createTestSource, type TestSource } from '../test-source.ts'

let source: TestSource
beforeEach(async () => {
  source = await createTestSource()
  await source.write({ 'categories.yml': categories, 'send.md': article('Press Send.') })
})
afterEach(() => source.remove())

const entry = (matter: string, body = 'Text.'): string => `---\n${matter}\n---\n${body}\n`
async function news(): Promise<NewsFile> {
  const name = (await source.manifest()).locales.en?.news ?? ''
  return JSON.parse(await readFile(join(source.outDir, name), 'utf8')) as NewsFile
}

describe('news', () => {
  it('are the files of the folder news, newest first, and no articles', async () => {
    await source.write({
      'news/old.md': entry('title: Old\ndate: 2026-10-01'),
      'news/reminders.md': entry(
        'title: Reminders\ndate: 2026-11-19\nkind: improved\nlink: ../send.md\nlink-label: How\nwhen: { kind: attr, where: { plan: pro } }',
        'Sent [by themselves](../send.md).',
      ),
    })
    const { news: count, articles } = await source.build()
    expect([count, articles]).toEqual([2, 1])
    const { entries } = await news()
    expect(entries.map(({ id }) => id)).toEqual(['reminders', 'old'])
    expect(entries[0]).toMatchObject({
      kind: 'improved',
      link: { type: 'open', feature: 'faq', route: 'send', children: ['How'] },
      when: { kind: 'attr', where: { plan: 'pro' } },
    })
    expect(entries[1]).toMatchObject({ kind: 'new', date: '2026-10-01' })
    expect(await source.output()).not.toContain('news.en.xml')
  })

  it('have a feed where news.yml says of what', async () => {
    await source.write({
      'news/news.yml': 'title: What is new\nsite: https://acme.example\n',
      'news/a.md': entry(
        'title: A & B\ndate: 2026-11-19\nlink: https://acme.example/a',
        'It is **<here>**.'.replace('<here>', 'here'),
      ),
    })
    await source.build()
    const feed = await readFile(join(source.outDir, 'news.en.xml'), 'utf8')
    expect(feed).toContain('<title>A &amp; B</title>')
    expect(feed).toContain('<link>https://acme.example/a</link>')
    expect(feed).toContain('<pubDate>Thu, 19 Nov 2026 00:00:00 GMT</pubDate>')
    expect(feed).toContain('<description>&lt;p&gt;It is &lt;strong&gt;here&lt;/strong&gt;.&lt;/p&gt;</description>')
  })

  it('say what is wrong, with the line and how to mend it', async () => {
    await source.write({
      'news/a.md': entry('title: A\nkind: improvd'),
      'news/b.md': entry('title: B\ndate: 2026-13-01\nlink: gone.md\nwhen: { kind: atr }'),
      'news/news.yml': 'title: News\n',
    })
    const found = await source.problems()
    expect(found).toContainEqual(expect.stringContaining('news/a.md:1:1 error: The entry has no date'))
    expect(found).toContainEqual(expect.stringContaining('There is no kind “improvd” | Did you mean “improved”?'))
    expect(found).toContainEqual(expect.stringContaining('“2026-13-01” is not a date'))
    expect(found).toContainEqual(expect.stringContaining('This is not a rule: `when.kind` is "atr"'))
    expect(found).toContainEqual(expect.stringContaining('The feed has no site'))
    await source.write({ 'news/b.md': entry('title: B\ndate: 2026-11-01\nlink: gone.md') })
    expect(await source.problems()).toContainEqual(expect.stringContaining('There is no article “news/gone.md”'))
  })
})
