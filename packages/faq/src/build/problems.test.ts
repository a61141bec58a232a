import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { article, categories, createTestSource, type TestSource } from './test-source.ts'

let source: TestSource
beforeEach(async () => {
  source = await createTestSource()
})
afterEach(() => source.remove())

const problemsOf = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string[]> => {
  await source.write({ 'categories.yml': categories, ...files })
  return source.problems()
}

describe('what an author is told', () => {
  const folds: readonly (readonly [string, string])[] = [
    ['<details>\n<summary>A</summary>\n\nb', '5:1 error: <details> is not closed'],
    ['<details>\n\nb\n\n</details>', '9:1 error: <details> has no title'],
    ['<details>\n<summary>A</summary>\nb\n</details>', '5:1 error: The text inside <details> touches its tags'],
    ['![A](a.mov)', '5:1 error: “a.mov” is not a video that every browser plays'],
    ['![A](a.mp4)', '5:1 error: There is no video “a.mp4”'],
  ]
  it.each(folds)('names the line of %j', async (body, told) =>
    expect((await problemsOf({ 'a.md': article(body) })).join('\n')).toContain(told),
  )

  it('is everything at once, in the order of the files', async () => {
    const found = await problemsOf({ 'a.md': article('<i>x</i>\n\n[y](z.md)'), 'b.md': 'no front matter' })
    expect(found.map((one) => one.split(' ')[0])).toEqual(['a.md:5:1', 'a.md:7:1', 'b.md:1:1'])
  })

  const frontMatter: readonly (readonly [name: string, matter: string, told: string])[] = [
    ['a missing title', 'category: invoices', '1:1 error: The article has no title | Add title: Send an invoice'],
    ['a missing category', 'title: A', '1:1 error: The article has no category'],
    [
      'an unknown category',
      'title: A\ncategory: invoces',
      '3:11 error: There is no category “invoces” | Did you mean “invoices”?',
    ],
    [
      'an unknown key',
      'title: A\ncategory: invoices\nkeyword: x',
      '4:1 error: Unknown key “keyword” | Did you mean “keywords”?',
    ],
    [
      'a date that does not exist',
      'title: A\ncategory: invoices\nupdated: 2026-02-30',
      '4:10 error: “2026-02-30” is not a date',
    ],
    ['a level that does not exist', 'title: A\ncategory: invoices\nlevel: hard', '4:8 error: There is no level “hard”'],
    ['an order that is no number', 'title: A\ncategory: invoices\norder: first', '4:8 error: “order” is not a number'],
    [
      'a page that is no path',
      'title: A\ncategory: invoices\npages: [invoices]',
      '4:8 error: “invoices” is not a path',
    ],
    [
      'a title that YAML reads as a number',
      'title: 2026\ncategory: invoices',
      '2:8 error: “title” is not text | Put it in quotes: title: "2026"',
    ],
    ['an empty title', 'title:\ncategory: invoices', '“title” is empty'],
    [
      'a colon in a title',
      'title: A: b\ncategory: invoices',
      '2:8 error: This is not valid YAML: Nested mappings are not allowed in compact mappings | Put text that contains a colon in quotes',
    ],
    [
      'the same key twice',
      'title: A\ntitle: B\ncategory: invoices',
      '3:1 error: This is not valid YAML: Map keys must be unique | Keep one of the two lines',
    ],
    ['a slug with a slash', 'title: A\ncategory: invoices\nslug: a/b', '4:7 error: The slug cannot be an id'],
  ]
  for (const [name, matter, told] of frontMatter)
    it(`names ${name}`, async () => {
      const found = await problemsOf({ 'a.md': `---\n${matter}\n---\nText.\n` })
      expect(found).toHaveLength(1)
      expect(found[0]).toContain(told)
    })

  const bodies: readonly (readonly [name: string, body: string, told: string])[] = [
    ['a link to a file that is not there', '[x](othr.md)', 'There is no article “othr.md” | Did you mean “other.md”?'],
    ['a heading that is not there', '[x](other.md#fist)', '“Other” has no heading “#fist” | Did you mean “#first”?'],
    ['a heading that is not in this article', '[x](#gone)', 'has no heading “#gone”'],
    ['an id that is not there', '[x](docent:article/nope)', 'There is no article “nope”'],
    ['a script as a link', '[x](javascript:alert(1))', 'Links with “javascript:” are not allowed'],
    [
      'a path of the host app',
      '[x](/settings)',
      '“/settings” is not an article or a full address | Write the whole address with https://',
    ],
    ['a surface that is not there', '[x](docent:chatt)', '“docent:chatt” opens nothing | Did you mean “chat”?'],
    ['a guide without an id', '[x](docent:guide)', 'Write docent:guide/ and its id'],
    ['an image that is not there', '![x](no.png)', 'There is no image “no.png”'],
    ['a file that is no image', '![x](other.md)', 'is not an image that every browser shows'],
    ['HTML in a line', 'a <span>b</span>', '5:3 error: HTML is not allowed: <span>'],
    ['HTML as a block', '<script>\nalert(1)\n</script>', '5:1 error: HTML is not allowed: <script>'],
    ['HTML that Markdown has a word for', 'a<br>b', 'Write a backslash at the end of the line instead'],
    ['a callout that is not there', '> [!NOTES]\n> x', 'There is no callout “[!NOTES]” | Did you mean “note”?'],
    ['an article without words', '', '1:1 error: The article is empty'],
    ['only a comment', '<!-- later -->', '1:1 error: The article is empty'],
  ]
  for (const [name, body, told] of bodies)
    it(`names ${name}`, async () => {
      const other = '---\ntitle: Other\ncategory: invoices\n---\n## First\n\nText.\n'
      const found = await problemsOf({ 'a.md': article(body), 'other.md': other })
      expect(found).toHaveLength(1)
      expect(found[0]).toContain(told)
      expect(found[0]).toContain('a.md:')
    })

  it('names the line and column of bytes that are not UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(article('Gr')), Buffer.from([0xfc]), Buffer.from('n')])
    const found = await problemsOf({ 'a.md': bytes })
    expect(found).toEqual(['a.md:6:1 error: The file is not UTF-8 text | Save it with the encoding UTF-8'])
  })

  it('names two articles with one id', async () => {
    const found = await problemsOf({ 'x/a.md': article('One.'), 'y/a.md': article('Two.') })
    expect(found).toEqual([
      expect.stringContaining('y/a.md:1:1 error: There is another article with the id “a”: x/a.md'),
    ])
  })

  it('names front matter without an end', async () => {
    expect(await problemsOf({ 'a.md': '---\ntitle: A\n\nText.' })).toEqual([
      expect.stringContaining('The front matter does not end'),
    ])
  })

  it('does not call a link dead when only its target’s front matter is broken', async () => {
    const found = await problemsOf({ 'a.md': article('[b](b.md)'), 'b.md': '---\ncategory: invoices\n---\nText.' })
    expect(found).toEqual([expect.stringContaining('b.md:1:1 error: The article has no title')])
  })

  it('says in which language a linked article is', async () => {
    const found = await problemsOf({
      'en/a.md': article('One.'),
      'en/b.md': article('Two.'),
      'lv/a.md': article('[b](b.md)'),
    })
    expect(found).toEqual([expect.stringContaining('There is no article “lv/b.md”')])
    const byId = await problemsOf({ 'lv/a.md': article('[b](docent:article/b)') })
    expect(byId).toEqual([expect.stringContaining('only there in “en”')])
  })

  it('names faults of the categories', async () => {
    const found = await problemsOf({
      'categories.yml': '- id: invoices\n  titel: x\n- id: a b\n  title: A\n- id: c\n  title: C\n- id: c\n  title: D\n',
      'a.md': article('Text.'),
    })
    expect(found.map((one) => one.replace(/ \|.*/, ''))).toEqual([
      'a.md:3:11 error: There is no category “invoices”',
      'categories.yml:1:3 error: This category has no title',
      'categories.yml:2:3 error: Unknown key “titel”',
      'categories.yml:3:7 error: “a b” cannot be an id',
      'categories.yml:7:3 error: There are two categories “c”',
    ])
  })

  it('asks for categories, for articles and for a folder', async () => {
    await source.write({ 'a.md': article('Text.') })
    expect(await source.problems()).toEqual([expect.stringContaining('There is no categories.yml')])
    await source.remove()
    expect(await source.problems()).toEqual([expect.stringContaining('There is no such folder')])
  })

  it('warns of a category without articles once all else is right', async () => {
    const two = `${categories}- { id: empty, title: Empty }\n`
    expect(await problemsOf({ 'categories.yml': two, 'a.md': article('Text.') })).toEqual([
      expect.stringContaining('categories.yml:3:3 warning: No article is in “Empty”, so it is not shown'),
    ])
    expect((await source.index()).categories).toHaveLength(1)
  })

  it('only warns of what a visitor can live with', async () => {
    const found = await problemsOf({
      'a.md': article('# Another title\n\n![](pic.svg) ![x](https://example.com/x.png)'),
      'pic.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    })
    expect(found.map((one) => one.replace(/.*(error|warning): | \|.*/g, ''))).toEqual([
      'The heading “Another title” is as large as the title',
      '“pic.svg” does not say how large it is, so the text will jump',
      'This image has no text',
      'This picture is on another server',
    ])
    expect(found.every((one) => one.includes('warning:'))).toBe(true)
  })
})
