import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lintHelp } from './lint-help.ts'
import { createTestSource, type TestSource } from './test-source.ts'

let source: TestSource
beforeEach(async () => {
  source = await createTestSource()
})
afterEach(() => source.remove())

const one = (title: string, body: string, matter = ''): string =>
  `---\ntitle: ${title}\ncategory: invoices\n${matter}---\n${body}\n`
const categories = '- { id: invoices, title: Invoices }\n'

async function lint(files: Readonly<Record<string, string>>): Promise<string[]> {
  await source.write({ 'categories.yml': categories, ...files })
  const { problems } = await lintHelp({ sourceDir: source.sourceDir })
  return problems.map(
    ({ file, line, severity, message }) => `${file.slice(source.sourceDir.length + 1)}:${line} ${severity}: ${message}`,
  )
}

describe('docent lint', () => {
  it('finds nothing in a help centre that is in order', async () =>
    expect(
      await lint({ 'a.md': one('Send an invoice', 'Press Send.'), 'b.md': one('Add a client', 'Press Add.') }),
    ).toEqual([]))

  it('tells what a build would, without an output', async () => {
    expect(await lint({ 'a.md': one('A', '[x](b.md) ![](none.png)') })).toEqual([
      'a.md:5 error: There is no article “b.md”',
      'a.md:5 error: There is no image “none.png”',
      'a.md:5 warning: This image has no text',
    ])
    expect(await source.output().catch(() => 'nothing')).toBe('nothing')
  })

  it('finds what is not translated', async () => {
    const files = { 'en/a.md': one('Send', 'x'), 'en/b.md': one('Pay', 'y'), 'ru/a.md': one('Послать', 'z') }
    expect(await lint(files)).toEqual(['en/b.md:1 warning: “Pay” is not translated into “ru”'])
  })

  it('finds articles that say the same', async () => {
    const files = {
      'a.md': one('Send it', 'Press Send.'),
      'b.md': one('Send it!', 'Other.'),
      'c.md': one('Third', 'Press  **Send**'),
    }
    expect(await lint(files)).toEqual([
      'b.md:1 warning: The title is that of a.md as well',
      'c.md:1 warning: The same text is in a.md',
    ])
  })

  it('finds articles that their own title does not find', async () => {
    // Whoever types the title of one of these is shown five of the nine.
    const same = Array.from({ length: 9 }, (_, index) => [`n${index}.md`, one('Send an invoice', `Text ${index}.`)])
    const found = await lint({
      ...Object.fromEntries(same),
      'bank.md': one('Add your bank account', 'Press Add.'),
    })
    expect(
      found.filter((told) => /^n\d\.md:1 warning: Its own title does not find this article/.test(told)),
    ).toHaveLength(4)
    expect(found.join()).not.toContain('bank.md')
  })

  it('finds rules under which an article is never offered', async () => {
    const matter = 'pages: [/a/*/b, "/c?d=1", /ok/*]\nstage: [newt]\n'
    expect(await lint({ 'a.md': one('Send', 'x', matter) })).toEqual([
      'a.md:1 warning: No page is “/a/*/b”',
      'a.md:1 warning: No page is “/c?d=1”: queries and fragments are not looked at',
      'a.md:1 warning: Docent knows no stage “newt”',
    ])
  })
})
