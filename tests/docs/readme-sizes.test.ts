import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cdnDir, type Graph } from '../../packages/build/src/build-cdn.ts'
import { measure } from '../../packages/build/src/measure.ts'
import { withSizes } from '../../packages/build/src/readme-sizes.ts'
import { root } from './pages.ts'

const graphFile = join(cdnDir, 'graph.json')
const missing = !existsSync(graphFile)
if (missing) console.log('Sizes in README.md are not compared: nothing is built. Run "pnpm build cdn" first.')

describe('README.md', () => {
  it.skipIf(missing)('says the sizes that are measured; pnpm readme writes them', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const graph = JSON.parse(readFileSync(graphFile, 'utf8')) as Graph
    expect(readme).toBe(withSizes(readme, measure(graph)))
  })

  it('is read in a few minutes', () => {
    const lines = readFileSync(join(root, 'README.md'), 'utf8').trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(120)
  })

  it('counts rules and articles as they are', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8')
    const contract = readFileSync(join(root, 'docs/reference/transport-contract.md'), 'utf8')
    const articles = readdirSync(join(root, 'examples/saas-demo/help/en'), { recursive: true }).filter((name) =>
      /^(?!news[/\\]).*\.md$/.test(String(name)),
    )
    expect(readme).toContain(`[${contract.match(/^### T\d+:/gm)?.length} numbered rules]`)
    expect(readme).toContain(`${articles.length} help articles`)
  })

  it('refuses to name a size that nothing measures', () => {
    const readme = '<!-- sizes -->\n<!-- /sizes -->\n<!-- size:nothing -->1 kB<!-- /size -->'
    expect(() => withSizes(readme, [])).toThrow('names the size "nothing"')
    expect(() => withSizes('no table', [])).toThrow('has no <!-- sizes -->')
  })
})
