import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { anchorsOf, proseOf, readPages, root } from './pages.ts'

const pages = readPages()

describe('pages', () => {
  it('link only to what is there', () => {
    const broken: string[] = []
    for (const page of pages) {
      for (const [, target = ''] of proseOf(page).matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)) {
        if (/^(https?|mailto):/.test(target)) continue
        const [file = '', anchor] = target.split('#')
        const path = file === '' ? page.path : normalize(join(dirname(page.path), file))
        if (!existsSync(join(root, path))) broken.push(`${page.path} → ${target}: no such file`)
        else if (anchor !== undefined && statSync(join(root, path)).isFile()) {
          const text = readFileSync(join(root, path), 'utf8')
          if (!anchorsOf({ path, text }).has(anchor)) broken.push(`${page.path} → ${target}: no such heading`)
        }
      }
    }
    expect(broken).toEqual([])
  })

  it('name only files that are there', () => {
    const gone: string[] = []
    for (const page of pages) {
      for (const [, path = ''] of page.text.matchAll(/`((?:packages|tests|docs|examples)\/[\w./-]+)`/g)) {
        if (/(^|\/)dist(\/|$)/.test(path) || path.includes('NNNN')) continue
        if (!existsSync(join(root, path))) gone.push(`${page.path}: ${path}`)
      }
    }
    expect(gone).toEqual([])
  })

  it('name only commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    const built = new Set(['install', 'exec', 'add', 'pack'])
    const unknown: string[] = []
    for (const { path, text } of pages) {
      for (const [, command = ''] of text.matchAll(/(?:^|[`"“\s])(?:pnpm|npm run) ([a-z][\w:-]*)/gm)) {
        if (!(command in scripts) && !built.has(command)) unknown.push(`${path}: ${command}`)
      }
    }
    expect(unknown).toEqual([])
  })
})

describe('decisions', () => {
  it('are short, numbered without holes, and in one form', () => {
    const decisions = pages.filter(({ path }) => path.startsWith('docs/decisions/'))
    expect(decisions.length).toBeGreaterThan(9)
    const numbers = decisions.map(({ path }) => Number(/\/(\d{4})-/.exec(path)?.[1]))
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const { path, text } of decisions) {
      expect(text.trimEnd().split('\n').length, path).toBeLessThanOrEqual(20)
      for (const part of ['Context', 'Decision', 'Rejected', 'Consequences'])
        expect(text, path).toMatch(new RegExp(`\\*\\*${part}\\.\\*\\*`))
    }
  })
})

describe('the glossary', () => {
  it('defines every term in alphabetical order, each with what to avoid', () => {
    const text = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
    const terms = [...text.matchAll(/^## (.+)\n\n([\s\S]*?)(?=^## |$(?![\s\S]))/gm)]
    expect(terms.length).toBeGreaterThan(20)
    const names = terms.map(([, name = '']) => name)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
    for (const [, name, body] of terms) expect(body, name).toMatch(/^_Avoid:_ .+\.$/m)
  })
})

describe('changesets', () => {
  it('the first one names every published package', () => {
    const text = readFileSync(join(root, '.changeset/first-slice.md'), 'utf8')
    const named = [...text.matchAll(/^"(.+)": minor$/gm)].map(([, name]) => name).sort()
    const folders = [
      'chat',
      'checklist',
      'cli',
      'core',
      'faq',
      'guide',
      'inbox',
      'news',
      'protocol',
      'server',
      'testkit',
    ]
    const names = [...folders, 'transports', 'ui', 'widget'].map(
      (folder) => JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')).name as string,
    )
    expect(named).toEqual(names.sort())
  })
})
