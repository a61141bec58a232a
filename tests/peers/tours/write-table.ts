import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '../../e2e/guide/support/scenario.ts'

const root = join(import.meta.dirname, '../../..')

export interface Row {
  readonly scenario: Scenario
  /** What did not hold; empty: all of it did. */
  readonly why: string
}

/** Writes what passed and what did not, with what was seen, to docs/proof/tours.md. */
export function writeTable(given: readonly Row[]): void {
  const rows = [...given].sort((a, b) => a.scenario.number - b.scenario.number)
  const manifest = readFileSync(join(import.meta.dirname, 'node_modules/driver.js/package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const passed = rows.filter(({ why }) => !why).length
  const table = rows.map(({ scenario: { number, title }, why }) => {
    const [line = ''] = why.replace(/^Error: /, '').split('\n')
    return `| ${number}. ${title} | yes | ${why ? 'no' : 'yes'} | ${line && `\`${line.replaceAll('`', "'").replaceAll('|', '/')}\``} |`
  })
  mkdirSync(join(root, 'docs/proof'), { recursive: true })
  writeFileSync(
    join(root, 'docs/proof/tours.md'),
    `# Hard scenarios for tours

Each is a page and a check in \`tests/e2e/guide/<scenario>/scenario.ts\`, which names no library. Docent passes all of them in \`npm test\`. The same pages and checks were put to
driver.js ${version}, with what it offers for each step, in the same Chromium. Repeated, and this page written, by:

\`\`\`sh
npm install --prefix tests/peers/tours
pnpm e2e --config tests/peers/tours/playwright.config.ts
\`\`\`

driver.js passes ${passed} of ${rows.length}. What it does not offer (a field whose value leads on, for example) counts as no: a visitor would not get it.

| scenario | Docent | driver.js ${version} | what did not hold |
| --- | --- | --- | --- |
${table.join('\n')}
`,
  )
}
