import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { type Fence, fencesOf, readPages, root } from './pages.ts'

const fences = readPages().flatMap(fencesOf)
const scripts = fences.filter(({ language }) => ['ts', 'tsx', 'js'].includes(language))
/** Pages that newcomers copy from: their TypeScript is held to the sources. */
const compiled = scripts.filter(({ page, language }) => language === 'ts' && /^(README\.md|docs\/start\/)/.test(page))
const partial = /…/

/** A file that is not on the disk, beside the sources of a package that may import what it imports. */
const placeOf = ({ code }: Fence, index: number): string =>
  join(root, 'packages', /'@docent\/server/.test(code) ? 'server' : 'widget', 'src', `fence-${index}.ts`)

const say = (fence: Fence, { start = 0, messageText }: ts.Diagnostic): string => {
  const line = fence.line + fence.code.slice(0, start).split('\n').length - 1
  return `${fence.page}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
}

describe('code on pages', () => {
  it('parses', () => {
    const problems = scripts
      .filter(({ code }) => !partial.test(code))
      .flatMap((fence) => {
        const fileName = fence.language === 'js' ? 'fence.js' : 'fence.tsx'
        const { diagnostics = [] } = ts.transpileModule(fence.code, { fileName, reportDiagnostics: true })
        return diagnostics.map((diagnostic) => say(fence, diagnostic))
      })
    expect(scripts.length).toBeGreaterThan(10)
    expect(problems).toEqual([])
  })

  it('compiles against the sources where newcomers copy it', () => {
    expect(compiled.length).toBeGreaterThan(3)
    const virtual = new Map(compiled.map((fence, index) => [placeOf(fence, index), fence]))
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
    const { options } = ts.parseJsonConfigFileContent(
      { ...config, include: [], files: [...virtual.keys()] },
      ts.sys,
      root,
    )
    const host = ts.createCompilerHost(options)
    const { readFile, fileExists, getSourceFile } = host
    host.readFile = (name) => virtual.get(name)?.code ?? readFile(name)
    host.fileExists = (name) => virtual.has(name) || fileExists(name)
    host.getSourceFile = (name, version, ...rest) => {
      const fence = virtual.get(name)
      return fence
        ? ts.createSourceFile(name, `${fence.code}\nexport {}`, version)
        : getSourceFile(name, version, ...rest)
    }
    const ambient = join(root, 'packages/ui/src/ambient.d.ts')
    const program = ts.createProgram([...virtual.keys(), ambient], options, host)
    const problems = [...virtual].flatMap(([name, fence]) => {
      const file = program.getSourceFile(name)
      const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
      return found.map((diagnostic) => say(fence, diagnostic))
    })
    expect(problems).toEqual([])
    // The compiler reads all sources, on a machine that may be busy.
  }, 120_000)
})
