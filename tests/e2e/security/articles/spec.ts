import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, test as base, expect, widget } from '../../support/test.ts'
import { addresses, names, texts } from '../corpus/index.ts'
import { wellFormed } from '../support/hostile-parts.ts'
import { recordIntrusions } from '../support/intrusions.ts'

const hostile = [...texts, ...addresses]

/** Help as a compiler that lies would have made it. */
async function makeHelp(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'docent-e2e-hostile-'))
  const text = '<script>pwned()</script>'
  const entry = {
    title: text,
    headings: [text],
    lead: text,
    keywords: [text],
    level: 'basic',
    pages: ['/*'],
    minutes: 1,
    shard: 0,
  }
  const category = { id: 'general', title: text, description: text, icon: 'constructor' }
  const ids = ['all', ...names]
  const files = {
    'manifest.json': {
      format: 1,
      version: '1',
      defaultLocale: 'en',
      locales: { en: { count: ids.length, index: 'index.json', shards: ['shard.json'] } },
    },
    'index.json': {
      categories: [category],
      articles: ids.map((id) => ({ ...entry, id, category: 'general', updated: text })),
    },
    'shard.json': { articles: { all: nodes } },
  }
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), JSON.stringify(content))
  return folder
}

/** A text in each place of these kinds; one of them for each text is enough. */
const blocks = (text: string) => [
  { type: 'code-block', text, language: text },
  { type: 'callout', tone: text, children: [text] },
  { type: 'details', summary: [text], children: [text] },
  { type: 'list', ordered: true, start: text, items: [{ children: [text], checked: text }] },
  { type: 'table', align: [text], head: [[text]], rows: [[[text]]] },
]

/** Every kind of node with something hostile in its places, and nodes that are none. */
const nodes = [
  ...hostile.flatMap((text, index) => [
    text,
    {
      type: 'paragraph',
      children: [
        text,
        { type: 'strong', children: [text] },
        { type: 'code', text },
        { type: 'link', href: text, children: [text] },
        { type: 'open', feature: text, route: text, children: [text] },
      ],
    },
    { type: 'heading', level: 2, id: text, children: [text] },
    blocks(text)[index % 5],
  ]),
  ...addresses
    // What is relative is a picture of the help centre, and asked for there.
    .filter((address) => /^\s*[a-z][\w+.-]*:(?!\/\/?$|\/\/%|\/\/\[)/i.test(address) && !/^https?:/i.test(address))
    .flatMap((src) => [
      { type: 'image', src, alt: src, caption: src },
      { type: 'video', src, alt: src, poster: src, tracks: [{ src, locale: src }] },
    ]),
  ...['script', 'iframe', '__proto__', 'constructor', 'toString', 'style'].map((type) => ({
    ...{ type, children: ['<script>pwned()</script>'], text: 'pwned()', src: 'javascript:pwned()' },
  })),
  // And those that are broken.
  null,
  1,
  [],
  {},
  ...['paragraph', 'heading', 'link', 'open', 'callout', 'details', 'list', 'table', 'image', 'video', 'code'].flatMap(
    (type) => [
      { type },
      { type, children: null, items: [null], rows: 1, head: {}, level: '><script>', src: {}, href: 1 },
    ],
  ),
  { type: 'heading', level: 2, id: 'the-end', children: ['The end of it'] },
]

const test = base.extend<{ readonly helpDir: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads fixtures' needs off the parameter
  helpDir: async ({}, use) => {
    const helpDir = await makeHelp()
    await use(helpDir)
    await rm(helpDir, { recursive: true, force: true })
  },
  server: async ({ backends, helpDir }, use) => {
    const server = await backends.start('server', { apps: [{ ...app, helpDir }] })
    await use(server)
    await server.stop()
  },
})

test('articles are words, whatever is written or compiled into them', async ({ page, host, server }) => {
  const { url } = await host()
  const isOwn = ({ origin, pathname }: URL): boolean =>
    origin === server.url || (origin === new URL(url).origin && /^\/(favicon.ico)?$/.test(pathname))
  const intrusions = await recordIntrusions(page, isOwn)
  await page.goto(url)
  const { launcher, panel } = widget(page)
  await launcher.click()
  const open = (route: string): Promise<void> =>
    page.evaluate((route) => {
      const { Docent } = window as unknown as { Docent: (...call: string[]) => void }
      Docent('open', 'faq', route)
    }, route)
  await open('all')
  await expect(panel.locator('#the-end')).toBeAttached()
  const words = wellFormed(await panel.locator('#the-end').evaluate((end) => end.parentElement?.textContent ?? ''))
  expect(hostile.filter((text) => !words.includes(wellFormed(text)))).toEqual([])
  expect(await intrusions.look()).toEqual([])
  // What is not there is no article, whatever it is called.
  for (const name of ['__proto__', 'constructor', '"><script>pwned()</script>', '../../secrets']) await open(name)
  await open('')
  await expect(panel.getByRole('heading', { name: 'pwned()' }).first()).toBeVisible()
  await panel.getByRole('searchbox').fill('pwned')
  await expect(panel.getByRole('status')).toContainText('20 articles')
  expect(await intrusions.look()).toEqual([])
})
