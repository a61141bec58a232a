import type { RichNode, RichText } from '@docent/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { article, categories, createTestSource, type TestSource } from './test-source.ts'

let source: TestSource
beforeEach(async () => {
  source = await createTestSource()
})
afterEach(() => source.remove())

async function compile(markdown: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<RichText> {
  await source.write({ 'categories.yml': categories, 'a.md': article(markdown), ...files })
  await source.build()
  return source.body('a')
}
const paragraph = (...children: RichNode[]): RichNode => ({ type: 'paragraph', children })

describe('Markdown as rich text', () => {
  it('keeps the dress of words', async () => {
    expect(await compile('**a** *b* ~~c~~ `d` &amp; \\* e\\\nf')).toEqual([
      paragraph(
        { type: 'strong', children: ['a'] },
        ' ',
        { type: 'emphasis', children: ['b'] },
        ' ',
        { type: 'strike', children: ['c'] },
        ' ',
        { type: 'code', text: 'd' },
        ' & * e',
        { type: 'break' },
        'f',
      ),
    ])
  })

  it('joins lines with a space, and without one in Chinese', async () => {
    expect(await compile('one\ntwo\n\n你好\n世界')).toEqual([paragraph('one two'), paragraph('你好世界')])
  })

  it('gives headings ids, the second of a name another one, and drops the title', async () => {
    const found = await compile('# Send an invoice\n\n## Über *uns*\n\nx\n\n## Über uns\n\n##### deep')
    expect(found).toEqual([
      { type: 'heading', level: 2, id: 'über-uns', children: ['Über ', { type: 'emphasis', children: ['uns'] }] },
      paragraph('x'),
      { type: 'heading', level: 2, id: 'über-uns-1', children: ['Über uns'] },
      { type: 'heading', level: 4, id: 'deep', children: ['deep'] },
    ])
  })

  it('keeps lists: nested, numbered from where they start, with ticks, with room between', async () => {
    const list = '3. a\n4. b\n   - [x] c\n   - [ ] d\n'
    expect(await compile(`${list}\ntext\n\n- p\n\n- q`)).toEqual([
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          { children: ['a'] },
          {
            children: [
              'b',
              {
                type: 'list',
                ordered: false,
                items: [
                  { children: ['c'], checked: true },
                  { children: ['d'], checked: false },
                ],
              },
            ],
          },
        ],
      },
      paragraph('text'),
      { type: 'list', ordered: false, items: [{ children: [paragraph('p')] }, { children: [paragraph('q')] }] },
    ])
  })

  it('keeps tables with the side their columns stand on', async () => {
    expect(await compile('| a | b | c |\n| :- | -: | - |\n| 1 | **2** | |')).toEqual([
      {
        type: 'table',
        align: ['start', 'end', null],
        head: [['a'], ['b'], ['c']],
        rows: [[['1'], [{ type: 'strong', children: ['2'] }], []]],
      },
    ])
  })

  it('keeps code, quotations, callouts and rules', async () => {
    const found = await compile(
      '```js\nlet a\n```\n\n> said\n\n> [!CAUTION]\n> hot\n>\n> more\n\n> [!TIP] short\n\n---',
    )
    expect(found).toEqual([
      { type: 'code-block', text: 'let a', language: 'js' },
      { type: 'quote', children: [paragraph('said')] },
      { type: 'callout', tone: 'warning', children: [paragraph('hot'), paragraph('more')] },
      { type: 'callout', tone: 'tip', children: [paragraph('short')] },
      { type: 'rule' },
    ])
  })

  it('turns links into what they open', async () => {
    const links =
      '[a](https://x.y "t") <mail@x.y> [c](tel:+1) [d](b.md) [e](b.md#one) [f](#top) [g](docent:chat) [h](docent:guide/tour) [i](docent:checklist/s) [j](docent:article/b) [k][ref]\n\n## Top\n\n[ref]: https://r.x'
    const [first] = await compile(links, { 'b.md': article('## One\n\nx').replace('Send', 'Read') })
    const nodes = typeof first === 'object' && 'children' in first ? first.children.filter((node) => node !== ' ') : []
    expect(
      nodes.map((node) => (typeof node === 'object' && node.type === 'link' ? node.href : node)).map(short),
    ).toEqual([
      'https://x.y',
      'mailto:mail@x.y',
      'tel:+1',
      'faq b',
      'faq b#one',
      'faq a#top',
      'chat ',
      'guide tour',
      'checklist s',
      'faq b',
      'https://r.x',
    ])
  })

  it('puts footnotes in a list below', async () => {
    expect(await compile('a[^x] b[^y] c[^x]\n\n[^y]: Why\n[^x]: Ex')).toEqual([
      paragraph('a[1] b[2] c[1]'),
      { type: 'rule' },
      { type: 'list', ordered: true, items: [{ children: ['Ex'] }, { children: ['Why'] }] },
    ])
  })

  it('lets pictures stand on their own, with their size', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>'
    const found = await compile('before ![A b](img/p%20q@2x.svg "Cap") after', { 'img/p q@2x.svg': svg })
    expect(found).toEqual([
      paragraph('before '),
      {
        type: 'image',
        src: expect.stringMatching(/^p-q-2x\.[0-9a-f]{10}\.svg$/),
        alt: 'A b',
        caption: 'Cap',
        widthPx: 15,
        heightPx: 10,
      },
      paragraph(' after'),
    ])
    const [, image] = found
    expect(await source.output()).toContain(typeof image === 'object' && image.type === 'image' ? image.src : '')
  })

  it('folds what stands between <details> and </details>, also in lists and in one another', async () => {
    const markdown = `<details>
<summary>If it **fails**</summary>

Try again.

- one

  <details><summary>Deeper</summary>

  Wait.

  </details>

</details>`
    const deeper = { type: 'details', summary: ['Deeper'], children: [paragraph('Wait.')] } as const
    const children = [
      paragraph('Try again.'),
      { type: 'list', ordered: false, items: [{ children: [paragraph('one'), deeper] }] } as const,
    ]
    const summary = ['If it ', { type: 'strong', children: ['fails'] }] as const
    expect(await compile(markdown)).toEqual([{ type: 'details', summary, children }])
  })

  it('takes a video with what stands beside it', async () => {
    const files = { 'send.mp4': 'video', 'send.jpg': 'picture', 'send.vtt': 'WEBVTT', 'send.lv.vtt': 'WEBVTT lv' }
    expect(await compile('![Sending](send.mp4 "In a minute")', files)).toEqual([
      {
        type: 'video',
        src: expect.stringMatching(/^send\.[0-9a-f]{10}\.mp4$/),
        poster: expect.stringMatching(/^send\..*jpg$/),
        tracks: [
          { src: expect.stringMatching(/^send-lv\..*vtt$/), locale: 'lv' },
          { src: expect.stringMatching(/^send\..*vtt$/), locale: 'en' },
        ],
        alt: 'Sending',
        caption: 'In a minute',
      },
    ])
    expect((await source.output()).filter((name) => /mp4|vtt|jpg/.test(name))).toHaveLength(4)
  })
})

const short = (node: RichNode): RichNode | string =>
  typeof node === 'object' && node.type === 'open' ? `${node.feature} ${node.route}` : node
