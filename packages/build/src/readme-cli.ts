import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCdn, cdnDir, type Graph } from './build-cdn.ts'
import { measure } from './measure.ts'
import { withSizes } from './readme-sizes.ts'
import { root } from './workspace.ts'

/** `pnpm readme [--built]`: writes the measured sizes into README.md. */
const graphFile = join(cdnDir, 'graph.json')
const graph =
  process.argv.includes('--built') && existsSync(graphFile)
    ? (JSON.parse(readFileSync(graphFile, 'utf8')) as Graph)
    : await buildCdn()
const file = join(root, 'README.md')
writeFileSync(file, withSizes(readFileSync(file, 'utf8'), measure(graph)))
