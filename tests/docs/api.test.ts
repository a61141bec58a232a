import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
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
