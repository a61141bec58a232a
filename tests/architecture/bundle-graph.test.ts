import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { budgets } from '../../packages/build/src/budgets.ts'
import type { Graph } from '../../packages/build/src/build-cdn.ts'
import { filesFor } from '../../packages/build/src/measure.ts'
import { rareParts } from '../../packages/build/src/rare-parts.ts'
import { isOfSingleFile, singleFile } from '../../packages/build/src/single-file.ts'

const file = join(import.meta.dirname, '../../packages/widget/dist/cdn/graph.json')
const built = existsSync(file)
if (!built) console.log('bundle graph: skipped, the script-tag files are not built (pnpm build cdn)')
const graph = built ? (JSON.parse(readFileSync(file, 'utf8')) as Graph) : {}

const modulesOf = (name: string): string[] => {
  const needs = budgets.find((budget) => budget.name === name)?.needs ?? []
  return [...filesFor(graph, needs)].flatMap((chunk) => graph[chunk]?.modules ?? [])
}
const expectNone = (modules: readonly string[], unwanted: RegExp): void =>
  expect(modules.filter((module) => unwanted.test(module))).toEqual([])

describe.skipIf(!built)('the bundle graph', () => {
  it('brings no renderer, engine, rules, storage or view with a cold page view', () => {
    const cold = modulesOf('cold')
    expect(cold.length).toBeGreaterThan(20)
    expectNone(cold, /node_modules\/(preact|@preact\/signals)\/|floating-ui|fuse\.js|idb-keyval/)
    expectNone(
      cold,
      /core\/src\/(engine|targeting|rules)\/|core\/src\/storage\/(idb|session)|\/view\/|ui\/src\/(panel|home|parts)\//,
    )
  })

  it('brings no renderer with a warm page view', () => {
    expectNone(
      modulesOf('warm'),
      /node_modules\/(preact|@preact\/signals)\/|floating-ui|fuse\.js|ui\/src\/(panel|home|parts)\//,
    )
  })

  // Both load with the page itself, where it has options, checklists or news.
  it.each(['check-script-options', 'asked-features'])('brings no view, model, tour or renderer with %s', (name) => {
    const files = [...filesFor(graph, [`packages/widget/src/${name}.ts`])]
    expectNone(
      files.flatMap((file) => graph[file]?.modules ?? []),
      /\/view\/|\/(tour|engine|targeting|panel)\/|(chat|checklist|news|guide)\/src\/model|node_modules\/(preact|@preact\/signals)\/|floating-ui/,
    )
  })

  it.each(['tip-first', 'tour-first'])('draws %s without Preact', (name) => {
    expectNone(modulesOf(name), /node_modules\/(preact|@preact\/signals)\//)
  })

  it('opens the chat without fuse.js, floating-ui and the help centre', () => {
    expectNone(modulesOf('chat'), /floating-ui|fuse\.js|faq\/src\/(model|search|content)/)
  })

  it('never brings the panel for developers, nor what rates ways to name an element', () => {
    for (const { name } of budgets)
      expectNone(modulesOf(name), /guide\/src\/(developer\/|target\/(suggest|rate|inspect))/)
  })

  it('brings no transport but http', () => {
    const all = Object.values(graph).flatMap(({ modules }) => modules)
    expect(all.some((module) => /transports\/src\/http\//.test(module))).toBe(true)
    expectNone(all, /transports\/src\/(?!http\/)/)
  })

  // Rules are broken in sources as they are bundled for the simulator, never by a switch in what is shipped.
  it('holds nothing of tests, the simulator and its broken rules', () => {
    expectNone(
      Object.values(graph).flatMap(({ modules }) => modules),
      /(^|\/)tests\/|testkit\/|\/testing\/|\.test\.|\/flaws\b/,
    )
  })

  it('has one copy of every module', () => {
    const chunks = Object.keys(graph).filter((name) => !isOfSingleFile(name) && name !== 'loader.js')
    const all = chunks.flatMap((name) => graph[name]?.modules ?? [])
    expect(all.filter((module, index) => all.indexOf(module) !== index)).toEqual([])
  })

  it('holds in the single file what is not rare, and beside it what is, once each', () => {
    const files = Object.keys(graph).filter(isOfSingleFile)
    const all = files.flatMap((name) => graph[name]?.modules ?? [])
    expect(all.filter((module, index) => all.indexOf(module) !== index)).toEqual([])
    for (const part of rareParts) {
      const holder = files.find((name) => graph[name]?.modules.includes(`packages/${part}`))
      expect(holder, `${part} is rare, and imported by import() alone`).toMatch(/^docent\.iife\.[\w.-]+-[\w-]{5}\.js$/)
    }
    expectNone(graph[singleFile]?.modules ?? [], /fuse\.js|\/check-options/)
  })

  it('needs at most five files for a warm page view', () => {
    const needs = budgets.find(({ name }) => name === 'warm')?.needs ?? []
    expect(filesFor(graph, needs).size).toBeLessThanOrEqual(5)
  })
})
