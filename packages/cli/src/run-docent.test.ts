import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { runDocent } from './run-docent.ts'
import type { Terminal } from './terminal.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'docent-cli-'))
  await mkdir(join(root, 'help'))
  await writeFile(join(root, 'help/categories.yml'), '- { id: a, title: A }')
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** Runs a command line; `$` is a fresh folder with a source in `help`. */
async function run(commandLine: string, isInteractive = false) {
  const printed: string[] = []
  const said: string[] = []
  const drawn: string[] = []
  const terminal: Terminal = {
    print: (line) => void printed.push(line),
    say: (line) => void said.push(line),
    draw: (line) => void drawn.push(line),
    isInteractive,
  }
  const words = commandLine.split(' ').filter(Boolean)
  const code = await runDocent(
    words.map((word) => word.replace('$', root)),
    terminal,
  )
  const clean = (lines: string[]): string => lines.join('\n').replaceAll(root, '$')
  return { code, printed: clean(printed), said: clean(said), drawn }
}
const writeArticle = (name: string, text = 'Text.'): Promise<void> =>
  writeFile(join(root, 'help', name), `---\ntitle: T\ncategory: a\n---\n${text}\n`)

describe('docent', () => {
  it('says its version and its commands', async () => {
    expect(await run('--version')).toMatchObject({ code: 0, printed: packageJson.version })
    for (const asked of ['--help', '-h', 'help']) {
      const { code, printed } = await run(asked)
      expect(code).toBe(0)
      expect(printed).toContain('Compile a folder of Markdown to a help centre')
    }
    expect(await run('')).toMatchObject({ code: 2, printed: expect.stringContaining('build') })
    expect(await run('build --help')).toMatchObject({ code: 0, printed: expect.stringContaining('--out=<folder>') })
  })

  const refused: readonly (readonly [commandLine: string, said: string])[] = [
    ['bild $', 'There is no command “bild”. Did you mean “build”? See docent --help.'],
    ['publish', 'There is no command “publish”. There is: build, lint, check, import, faq test. See docent --help.'],
    ['faq', 'There is no command “faq”. There is: build, lint, check, import, faq test. See docent --help.'],
    ['faq test', 'The folder is missing. See docent faq test --help.'],
    ['--verison', 'There is no flag “--verison”. Did you mean “--version”? See docent --help.'],
    ['build', 'The folder is missing. See docent build --help.'],
    ['build $/help', '--out is missing. See docent build --help.'],
    ['build $/help --out', '“--out” needs a value. See docent build --help.'],
    ['build $/help --out=', '“--out” needs a value. See docent build --help.'],
    ['build $/help --oot $/out', 'There is no flag “--oot”. Did you mean “--out”? See docent build --help.'],
    ['build $/help other --out $/out', '“other” is one argument too many. See docent build --help.'],
  ]
  for (const [commandLine, said] of refused)
    it(`refuses "${commandLine}"`, async () => {
      expect(await run(commandLine)).toMatchObject({ code: 2, printed: '', said })
    })
})

describe('docent build', () => {
  it('builds and says what it made', async () => {
    await writeArticle('one.md')
    await writeArticle('two.md', '![](../gone.png)'.replace('![](../gone.png)', '# Other\n\nText.'))
    const { code, printed, said } = await run('build $/help --out $/out')
    expect(code).toBe(0)
    expect(printed).toMatch(
      /^Built 2 articles, 1 category\n5 files, [\d.]+ k?B, [\d.]+ m?s → \$\/out\n1 warning above$/,
    )
    expect(said).toContain('$/help/two.md:5:1 warning: The heading “Other” is as large as the title\n    Begin it with')
    expect(await readdir(join(root, 'out'))).toContain('manifest.json')
  })

  it('takes another main language', async () => {
    await mkdir(join(root, 'help/lv'))
    await writeArticle('lv/one.md')
    expect((await run('build $/help --out $/out --locale lv')).code).toBe(0)
    expect((await readdir(join(root, 'out'))).some((name) => name.startsWith('index.lv.'))).toBe(true)
  })

  it('says every error with its place and remedy, and writes nothing', async () => {
    await writeArticle('one.md', '[x](nowhere.md)')
    await writeArticle('two.md', '<b>x</b>')
    const { code, printed, said } = await run('build $/help --out $/out')
    expect({ code, printed }).toEqual({ code: 1, printed: '' })
    expect(said).toBe(
      [
        '$/help/one.md:5:1 error: There is no article “nowhere.md”',
        '    Write the path from this file',
        '$/help/two.md:5:1 error: HTML is not allowed: <b>',
        '    Write **bold** instead',
        '2 errors. Nothing was written; $/out is as it was.',
      ].join('\n'),
    )
    await expect(readdir(join(root, 'out'))).rejects.toThrow()
  })

  it('says in a sentence that a folder cannot be written', async () => {
    await writeArticle('one.md')
    await writeFile(join(root, 'file'), '')
    const { code, said } = await run('build $/help --out $/file/out')
    expect(code).toBe(1)
    expect(said).toContain('The help centre could not be written: ')
  })

  it('shows how far it is when there are many articles: a bar on a screen, lines elsewhere', async () => {
    await Promise.all(Array.from({ length: 1001 }, (_, index) => writeArticle(`n${index}.md`)))
    const onScreen = await run('build $/help --out $/out', true)
    expect(onScreen.drawn.length).toBeGreaterThan(10)
    expect(onScreen.drawn.at(-1)).toBe('')
    expect((await run('build $/help --out $/out')).said).toBe('1000 of 1001 articles')
  })
})

describe('docent faq test', () => {
  const ask = async (queries: string) => {
    await writeFile(join(root, 'help/queries.yml'), queries)
    return await run('faq test $/help')
  }
  beforeEach(async () => {
    await writeArticle('vat.md', 'The rate of a country is a share of the price.')
    await writeFile(join(root, 'help/send.md'), '---\ntitle: Send an invoice\ncategory: a\n---\nPress Send.\n')
  })

  it('passes when every query finds its article', async () => {
    const { code, printed } = await ask(
      '- { query: sending invocies, article: send }\n- { query: rate, article: [x-not, vat] }',
    )
    expect(code).toBe(1)
    expect(printed).toBe('1 query: 1 found as they should, 0 not')
    const whole = await ask('- { query: sending invocies, article: send, within: 1 }')
    expect(whole).toMatchObject({ code: 0, said: '', printed: '1 query: 1 found as they should, 0 not' })
  })

  it('says which query finds what instead, in its line', async () => {
    const { code, said, printed } = await ask(
      '- query: mail it to the client\n  article: send\n- { query: send, article: vat }',
    )
    expect(code).toBe(1)
    expect(printed).toBe('2 queries: 0 found as they should, 2 not')
    expect(said).toContain(
      '$/help/queries.yml:1:3 error: “mail it to the client” does not find “send” among the first 3',
    )
    expect(said).toContain('“send” does not find “vat” among the first 3; “Send an invoice” comes first')
  })

  it('finds by the words of synonyms.yml', async () => {
    await writeFile(join(root, 'help/synonyms.yml'), '- [fire off, send]\n- [bookkeeping paper, invoice]\n')
    expect(await ask('- { query: fire off bookkeeping paper, article: send }')).toMatchObject({ code: 0 })
    await writeFile(join(root, 'help/synonyms.yml'), 'fire off: send\n')
    expect(await ask('- { query: send, article: send }')).toMatchObject({
      code: 1,
      said: expect.stringContaining('synonyms.yml:1:1 error: This is not a list of groups'),
    })
    await writeFile(join(root, 'help/synonyms.yml'), '- [send]\n')
    expect((await ask('- { query: send, article: send }')).said).toContain(
      'A word that stands alone means the same as nothing',
    )
  })

  it('says what is wrong with queries.yml', async () => {
    expect((await run('faq test $/help')).said).toContain('There is no queries.yml')
    const { said } = await ask(
      '- { query: send, article: sent }\n- { qery: a, article: send }\n- { query: a, article: vat, within: 0 }\n- { query: b, article: vat, locale: xx }\n- b',
    )
    expect(said).toContain('There is no article “sent”')
    expect(said).toContain('Did you mean “send”?')
    expect(said).toContain('Unknown key “qery”')
    expect(said).toContain('“within” is not a number from 1 to 20')
    expect(said).toContain('There are no articles in “xx”')
    expect(said).toContain('This query has no keys')
    expect((await ask('query: a')).said).toContain('This is not a list of queries')
  })
})
