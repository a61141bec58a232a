import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const packagesDir = join(import.meta.dirname, '../../packages')
const features = ['chat', 'faq', 'checklist', 'guide', 'news']

/** Who may import whom, and nothing else. `lib` are libraries that a page would pay for, so they are named too. */
const allowed: Readonly<Record<string, { readonly own: readonly string[]; readonly lib: readonly string[] | 'any' }>> =
  {
    protocol: { own: [], lib: [] },
    core: { own: ['protocol'], lib: ['@preact/signals-core', 'idb-keyval'] },
    ui: { own: ['core', 'protocol'], lib: ['preact', '@preact/signals'] },
    chat: { own: ['core', 'ui', 'protocol'], lib: ['preact', '@preact/signals', '@preact/signals-core'] },
    faq: { own: ['core', 'ui', 'protocol'], lib: 'any' },
    checklist: { own: ['core', 'ui', 'protocol'], lib: ['preact', '@preact/signals', '@preact/signals-core'] },
    guide: {
      own: ['core', 'ui', 'protocol'],
      lib: ['preact', '@preact/signals', '@preact/signals-core', '@floating-ui/core'],
    },
    news: { own: ['core', 'ui', 'protocol'], lib: ['preact', '@preact/signals', '@preact/signals-core'] },
    transports: { own: ['protocol'], lib: [] },
    loader: { own: [], lib: [] },
    widget: { own: ['protocol', 'core', 'ui', 'transports', 'loader', ...features], lib: [] },
    server: { own: ['protocol', 'inbox'], lib: 'any' },
    inbox: { own: ['core', 'ui', 'protocol', 'transports'], lib: 'any' },
    cli: { own: ['protocol', 'core', 'faq', 'guide', 'widget'], lib: 'any' },
    testkit: { own: ['core', 'protocol', 'transports', 'server'], lib: 'any' },
    build: { own: [], lib: 'any' },
  }

/** Only tests may name these of their own package's devDependencies. */
const isTest = (file: string): boolean => /\.test\.tsx?$|\/test-|\/testing\//.test(file)
const folderOf = (name: string): string =>
  name === 'docent' ? 'widget' : name === 'docent-cli' ? 'cli' : name.replace('@docent/', '')
const isOwn = (name: string): boolean => name === 'docent' || name === 'docent-cli' || name.startsWith('@docent/')

function filesIn(folder: string): string[] {
  return readdirSync(join(packagesDir, folder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
const importsOf = (text: string): string[] => ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName)
const packageOf = (source: string): string =>
  source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/')
const shipped = (folder: string): { file: string; text: string }[] =>
  filesIn(folder)
    .filter((file) => !isTest(file))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))

describe('boundaries', () => {
  it('knows every package', () => {
    expect(readdirSync(packagesDir).sort()).toEqual(Object.keys(allowed).sort())
  })

  for (const [folder, { own, lib }] of Object.entries(allowed)) {
    it(`${folder} imports only what it may`, () => {
      for (const { file, text } of shipped(folder)) {
        for (const source of importsOf(text).filter((name) => !name.startsWith('.') && !name.startsWith('node:'))) {
          const name = packageOf(source)
          if (isOwn(name)) expect(own, `${file} imports ${source}`).toContain(folderOf(name))
          else if (lib !== 'any') expect(lib, `${file} imports ${source}`).toContain(name)
        }
      }
    })

    it(`${folder} depends only on what it may`, () => {
      const manifest = JSON.parse(readFileSync(join(packagesDir, folder, 'package.json'), 'utf8'))
      for (const name of Object.keys(manifest.dependencies ?? {})) {
        if (isOwn(name)) expect(own, `${folder} depends on ${name}`).toContain(folderOf(name))
        else if (lib !== 'any') expect(lib, `${folder} depends on ${name}`).toContain(name)
      }
    })
  }

  it('leaves no package by a relative path', () => {
    for (const folder of Object.keys(allowed)) {
      for (const { file, text } of shipped(folder)) {
        const depth = file.slice(join(packagesDir, folder, 'src').length + 1).split('/').length - 1
        for (const source of importsOf(text).filter((name) => name.startsWith('../'))) {
          const ups = source.split('/').filter((part) => part === '..').length
          expect(ups, `${file} imports ${source}`).toBeLessThanOrEqual(depth)
        }
      }
    }
  })

  it('names browser globals only behind their doors', () => {
    const doors =
      /core\/src\/browser\/|ui\/src\/(host|launcher|panel|theme|create-shell)|loader\/src\/|inbox\/src\/|guide\/src\/|faq\/src\/(view|build|page)|(chat|checklist|news)\/src\/view|widget\/src\/iife/
    for (const folder of ['protocol', 'core', 'ui', 'transports', 'widget', ...features]) {
      for (const { file, text } of shipped(folder)) {
        if (doors.test(file)) continue
        const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replace(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g, '')
        expect(
          /(?<![.\w])(window|document|localStorage)\b(?!\s*[:?])/.test(code),
          `${file} names a browser global`,
        ).toBe(false)
      }
    }
  })

  it('keeps files short enough to read', () => {
    for (const folder of Object.keys(allowed)) {
      for (const { file, text } of shipped(folder)) expect(text.split('\n').length, file).toBeLessThanOrEqual(300)
    }
  })

  it('lets no HTML and no code in as text', () => {
    const sinks =
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|new Function)\b|\beval\(/
    for (const folder of ['core', 'ui', 'transports', 'widget', 'loader', 'inbox', ...features]) {
      for (const { file, text } of shipped(folder))
        expect(sinks.test(text), `${file} has an HTML or code sink`).toBe(false)
    }
  })

  it('has no state outside of factories', () => {
    for (const folder of ['core', 'ui', 'transports', 'widget', ...features]) {
      for (const { file, text } of shipped(folder))
        expect(/^(export )?let /m.test(text), `${file} has a module-level let`).toBe(false)
    }
  })
})
