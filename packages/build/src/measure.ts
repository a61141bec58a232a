import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { type Budget, budgets, singleFileLimitBytes } from './budgets.ts'
import { cdnDir, type Graph } from './build-cdn.ts'
import { isOfSingleFile, singleFile } from './single-file.ts'

export interface Measured {
  readonly name: string
  readonly what: string
  readonly bytes: number
  readonly limitBytes: number
  /** Where the limit is not met yet. */
  readonly ceilingBytes?: number
  /** The files that are counted, in the order of their names. */
  readonly files: readonly string[]
}

export const brotliBytes = (file: string): number =>
  brotliCompressSync(readFileSync(join(cdnDir, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

/** The chunks that hold the modules, with everything that they import at once. */
export function filesFor(graph: Graph, modules: readonly string[]): Set<string> {
  const files = new Set<string>()
  const add = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    for (const next of graph[file]?.imports ?? []) add(next)
  }
  for (const module of modules) {
    const holder = Object.keys(graph).find((file) => !isOfSingleFile(file) && graph[file]?.modules.includes(module))
    if (!holder) throw new Error(`No built file holds ${module}; was it renamed? See packages/build/src/budgets.ts`)
    add(holder)
  }
  return files
}

function measureOne(graph: Graph, budget: Budget): Measured {
  const files = filesFor(graph, budget.needs)
  const before = (budget.after ?? []).flatMap((name) => budgets.find((other) => other.name === name)?.needs ?? [])
  const notCounted = new Set([
    ...filesFor(graph, before),
    ...(budget.without ?? []).map((module) => [...filesFor(graph, [module])][0] ?? ''),
  ])
  const counted = [...files].filter((file) => !notCounted.has(file)).sort()
  const { name, what, limitBytes, ceilingBytes } = budget
  return {
    name,
    what,
    limitBytes,
    ...(ceilingBytes && { ceilingBytes }),
    files: counted,
    bytes: counted.reduce((sum, file) => sum + brotliBytes(file), 0),
  }
}

export function measure(graph: Graph): readonly Measured[] {
  const single: Measured = {
    name: 'single-file',
    what: 'Everything in one file, docent.iife.js, less the rare parts beside it',
    bytes: brotliBytes(singleFile),
    limitBytes: singleFileLimitBytes,
    files: [singleFile],
  }
  return [...budgets.map((budget) => measureOne(graph, budget)), single]
}

/** Over what it may be today. */
export const isOver = ({ bytes, limitBytes, ceilingBytes }: Measured): boolean => bytes > (ceilingBytes ?? limitBytes)
