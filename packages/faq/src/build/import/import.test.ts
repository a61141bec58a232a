import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildHelp } from '../build-help.ts'
import { HelpBuildError } from '../problem.ts'
import { importHelp } from './import-help.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'docent-import-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function run(format: string, files: Readonly<Record<string, string | object>>) {
  for (const [name, content] of Object.entries(files)) {
    const file = join(root, 'export', name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2))
  }
  return importHelp({ format, source: join(root, 'export'), outDir: join(root, 'help') })
}
const read = (name: string) => readFile(join(root, 'help', name), 'utf8')
const written = async () =>
  (await readdir(join(root, 'help'), { recursive: true })).filter((name) => /\.(md|yml)$/.test(name)).sort()
/** What was imported compiles as it is. */
const builds = () =>
  buildHelp({ sourceDir: join(root, 'help'), outDir: join(root, 'out'), restrictedDir: join(root, 'x') })

const zendesk = {
  'sections.json': { sections: [{ id: 7, name: 'Billing & Plans', description: 'What it costs' }] },
  'articles.json': {
    articles: [
      {
        id: 360001,
        title: 'Change your plan',
        locale: 'en-us',
        section_id: 7,
        position: 2,
        label_names: ['upgrade'],
        edited_at: '2026-03-04T10:00:00Z',
        body: '<h2>How</h2><p>Press <strong>Plan</strong>, see <a href="https://acme.zendesk.com/hc/en-us/articles/360002-Pay#card">pay</a>.</p><script>alert(1)</script><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><details><summary>More</summary><p>Deep.</p></details><iframe src="//www.youtube.com/embed/x" title="Film"></iframe>',
      },
      { id: 360002, title: 'Pay', locale: 'en-us', section_id: 7, body: '<h2 id="card">Card</h2><p>By card.</p>' },
      { id: 360003, title: 'Soon', locale: 'en-us', section_id: 7, draft: true, body: '<p>Draft</p>' },
      { id: 360004, title: 'Secret', locale: 'en-us', section_id: 9, user_segment_id: 12, body: '<p>Inside</p>' },
    ],
  },
}

describe('docent import', () => {
  it('takes an export of Zendesk Guide', async () => {
    expect(await run('zendesk', zendesk)).toMatchObject({
      articles: 4,
      categories: 2,
      drafts: 1,
      files: 5,
      warnings: [],
    })
    expect(await written()).toEqual([
      'billing-plans/_soon.md',
      'billing-plans/change-your-plan.md',
      'billing-plans/pay.md',
      'categories.yml',
      'general/secret.md',
    ])
    expect(await read('billing-plans/change-your-plan.md')).toBe(`---
title: Change your plan
category: billing-plans
order: 2
keywords:
  - upgrade
updated: 2026-03-04
---

## How

Press **Plan**, see [pay](./pay.md#card).

| A |
| - |
| 1 |

<details>
<summary>More</summary>

Deep.

</details>

[Film](https://www.youtube.com/embed/x)
`)
    expect(await read('general/secret.md')).toContain('audience: segment-12')
    expect(await builds()).toMatchObject({ articles: 3, restrictedArticles: 1 })
  })

  it('takes an export of Intercom Articles with its translations', async () => {
    await run('intercom', {
      'collections.json': { data: [{ id: '5', type: 'collection', name: 'Start' }] },
      'articles.json': {
        data: [
          {
            id: '1',
            type: 'article',
            title: 'Hello',
            body: '<p>Hi, <a href="https://help.acme.com/en/articles/1-hello">again</a></p>',
            default_locale: 'en',
            parent_id: 5,
            updated_at: 1_700_000_000,
            translated_content: { type: 'article_translated_content', ru: { title: 'Привет', body: '<p>Да</p>' } },
          },
        ],
      },
    })
    expect(await written()).toEqual(['categories.yml', 'en/start/hello.md', 'ru/start/hello.md'])
    expect(await read('en/start/hello.md')).toContain('[again](./hello.md)')
    expect(await read('ru/start/hello.md')).toContain('title: Привет')
    expect(await builds()).toMatchObject({ articles: 2, locales: ['en', 'ru'] })
  })

  it('takes a folder of HTML', async () => {
    await run('html', {
      'getting-started/first.html':
        '<html lang="en"><head><title>Site</title></head><body><nav>Menu</nav><main><h1>First steps</h1><p>Go to <a href="../data/next.html">next</a></p></main></body></html>',
      'data/next.html': '<html lang="en"><body><h1>Next</h1><p>Text</p></body></html>',
    })
    const text = await read('getting-started/first.md')
    expect(text).toContain('title: First steps')
    expect(text).toContain('Go to [next](../data/next.md)')
    expect(text).not.toContain('Menu')
    expect(await read('categories.yml')).toContain('title: Getting started')
    expect(await builds()).toMatchObject({ articles: 2, warnings: [] })
  })

  it('takes pages of Docusaurus and VitePress', async () => {
    const { warnings } = await run('docusaurus', {
      'guides/intro.mdx':
        '---\ntitle: Intro\nsidebar_position: 3\ntags: [begin]\n---\nimport X from "x"\n\n:::tip Good to know\nTry it.\n:::\n\n<Tabs>\n\nSee [other](./other.md).\n',
      'guides/other.md': '# Other {#top}\n\nText.\n',
    })
    expect(await read('guides/intro.md')).toBe(
      '---\ntitle: Intro\ncategory: guides\norder: 3\nkeywords:\n  - begin\n---\n\n> [!TIP]\n> **Good to know**\n>\n> Try it.\n\n\n\nSee [other](./other.md).\n',
    )
    expect(warnings).toMatchObject([
      { file: 'guides/intro.mdx', line: 12, message: 'A component was left out: <Tabs>' },
    ])
    expect(await builds()).toMatchObject({ articles: 2 })
  })

  it.each([
    ['zendesk', { 'a.json': '{\n  "articles": [\n    { "id": 1, }\n' }, /a\.json:\d+:\d+ This is not valid JSON/],
    ['zendesk', { 'a.json': { articles: [{ id: 1, body: 'x' }] } }, 'a.json:3:5 The article has no “title”'],
    ['intercom', { 'a.json': { articles: [] } }, 'There is no article in it. Is it really an export of intercom?'],
    ['html', { 'a.html': '<p>x</p>' }, 'a.html:1:1 The page has no title'],
    ['notion', {}, 'There is no format “notion”'],
  ])('says what is wrong with an export of %s', async (format, files, told) => {
    const failure = run(format, files as Record<string, string | object>)
    await expect(failure).rejects.toThrow(HelpBuildError)
    await expect(failure).rejects.toThrow(told)
  })

  it('keeps files that are there', async () => {
    await run('zendesk', zendesk)
    await writeFile(join(root, 'help/billing-plans/pay.md'), 'mine')
    expect((await run('zendesk', zendesk)).warnings).toHaveLength(5)
    expect(await read('billing-plans/pay.md')).toBe('mine')
  })
})
