import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { toGa4, toPostHog, toSegment } from '../../packages/core/src/measure/mappers.ts'
import { root } from './pages.ts'

const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Names of an interface's members. */
function membersOf(path: string, name: string): string[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest)
  const found = source.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  )
  if (!found) throw new Error(`${path} has no interface ${name}`)
  return found.members.map((member) => member.name?.getText(source) ?? '')
}

/** The alternatives of a union of strings. */
const choicesOf = (path: string, name: string): string[] => {
  const [, body = ''] = new RegExp(`type ${name} =([\\s|'\\w-]+)`).exec(read(path)) ?? []
  return [...body.matchAll(/'([\w-]+)'/g)].map(([, choice = '']) => choice)
}

const npm = read('docs/start/npm.md')
const scriptTag = read('docs/start/script-tag.md')
const missingIn = (page: string, names: readonly string[]): string[] =>
  names.filter((name) => !new RegExp(`\`(?:docent\\.)?${name}[\`(]`).test(page))

describe('docs/start', () => {
  it('names every option of createDocent()', () => {
    const options = 'packages/core/src/options.ts'
    const names = [...membersOf(options, 'DocentOptions'), ...membersOf(options, 'Appearance')]
    expect(names.length).toBeGreaterThan(12)
    expect(missingIn(npm, names)).toEqual([])
  })

  it('names every method of the widget', () => {
    const names = membersOf('packages/core/src/create-docent.ts', 'DocentBase')
    expect(names.length).toBeGreaterThan(15)
    expect(missingIn(npm, names)).toEqual([])
  })

  it('names every event and every reason of diagnose()', () => {
    expect(missingIn(npm, membersOf('packages/core/src/emitter.ts', 'DocentEvents'))).toEqual([])
    const reasons = choicesOf('packages/core/src/diagnose.ts', 'DiagnosisCode')
    expect(reasons.length).toBeGreaterThan(8)
    expect(missingIn(npm, reasons)).toEqual([])
  })

  it('names every attribute and option of the script tag', () => {
    const boot = 'packages/widget/src/boot.ts'
    const attributes = [...membersOf(boot, 'ScriptSettings'), 'global'].map((name) => `data-${name}`)
    expect(missingIn(scriptTag, attributes)).toEqual([])
    expect(missingIn(scriptTag, membersOf(boot, 'ScriptOptions'))).toEqual([])
  })

  it('names every variable of docent-server', () => {
    const environment = read('packages/server/src/options/options-from-environment.ts')
    const variables = [...new Set([...environment.matchAll(/read\('([A-Z_]+)'\)/g)].map(([, name = '']) => name))]
    expect(variables.length).toBeGreaterThan(7)
    expect(missingIn(read('docs/start/own-server.md'), variables)).toEqual([])
  })
})

/** Names of what the packages of a page track, in one of two ways, or made of a word and a beginning. */
function trackedNames(): string[] {
  const texts = ['core', 'ui', 'chat', 'faq', 'checklist', 'guide', 'news'].flatMap((name) => {
    const folder = join(root, 'packages', name, 'src')
    if (!existsSync(folder)) return []
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return files
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
  })
  const code = texts.map((text) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')).join('\n')
  const calls = [...code.matchAll(/\btrack\(\s*([^,)]*(?:\([^)]*\))?[^,)]*)/g)].map(([, name = '']) => name)
  return [
    ...new Set(calls.flatMap((name) => [...name.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)].map(([, found = '']) => found))),
  ]
}

describe('docs/guides/measure.md', () => {
  const page = read('docs/guides/measure.md')
  const documented = [...page.slice(page.indexOf('## What is told')).matchAll(/`([a-z]+(?:_[a-z]+)+)`/g)].map(
    ([, name = '']) => name,
  )

  it('names every event', () => {
    const names = trackedNames()
    expect(names.length).toBeGreaterThan(25)
    expect(names.filter((name) => !documented.includes(name))).toEqual([])
  })

  it('names none that a mapper would cut or that another tool would refuse', () => {
    const names: string[] = []
    const toAll = [
      toGa4((_, name) => names.push(name)),
      toPostHog({ capture: (name) => names.push(name) }),
      toSegment({ track: (name) => names.push(name) }),
    ]
    for (const name of documented) for (const hand of toAll) hand({ name, at: 1, data: { id: 'x' } })
    expect(names).toHaveLength(documented.length * 3)
    for (const name of names) expect(name).toMatch(/^[A-Za-z][\w ]{2,39}$/)
  })
})
