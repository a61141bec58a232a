import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '../../e2e/guide/support/scenario.ts'

const root = join(import.meta.dirname, '../../..')

export interface Row {
  readonly scenario: Scenario
  /** What did not hold; empty: all of it did. */
  readonly why: string
  /** All of it held once its keyboard control was off, which then no visitor has. */
  readonly holdsWithoutKeys: boolean
}

/** Not put to it: what driver.js does not have at all. Each has its page and its test under tests/e2e/guide. */
const absent = [
  [
    22,
    'the tour waits while the visitor is on another route, and goes on there or by the back button',
    'does not know routes',
  ],
  [23, 'a reload and a second tab go on from the same step; it is finished once', 'keeps nothing over a page load'],
  [
    24,
    'of what is due at once the most important shows, and the rest one after the other',
    'starts when called; has no rules',
  ],
] as const

/** The first line, and what was looked for and found. */
function told(why: string): string {
  const [first = '', ...rest] = why.replace(/^Error: /, '').split('\n')
  const facts = rest.map((line) => line.trim()).filter((line) => /^(Locator|Expected\b.*|Received\b.*):/.test(line))
  const text = [first, ...facts.slice(0, 3)].join(' · ').replaceAll('`', "'").replaceAll('|', '/')
  return `\`${text.replace(/\s+/g, ' ').slice(0, 180)}\``
}

/** Writes what passed and what did not, with what was seen, to docs/proof/tours.md. */
export function writeTable(given: readonly Row[]): void {
  const rows = [...given].sort((a, b) => a.scenario.number - b.scenario.number)
  const manifest = readFileSync(join(import.meta.dirname, 'node_modules/driver.js/package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const passed = rows.filter(({ why }) => !why).length
  const count = rows.length + absent.length
  const lines = [
    ...rows.map(({ scenario: { number, title }, why, holdsWithoutKeys }) => {
      const answer = holdsWithoutKeys ? 'only with `allowKeyboardControl: false`' : why ? 'no' : 'yes'
      return [number, `| ${number}. ${title} | ${answer} | ${why && told(why)} |`] as const
    }),
    ...absent.map(([number, title, why]) => [number, `| ${number}. ${title} | no | ${why} |`] as const),
  ]
  mkdirSync(join(root, 'docs/proof'), { recursive: true })
  writeFileSync(
    join(root, 'docs/proof/tours.md'),
    `# Hard scenarios for tours

${count} of them, each with its page and its check under \`tests/e2e/guide\`. Docent passes all ${count} in \`npm test\`. Those whose check names no library
(\`<scenario>/scenario.ts\`) were put to driver.js ${version} as well, with what it offers for each step: functions for targets in shadow trees and frames, \`advanceOnClick\`,
\`waitForElement\`, \`skipMissingElement\`, \`allowClose: false\` for a step that holds the page. Same pages, same Chromium, no motion. What it has no option for counts as no: a
visitor would not get it unless the host writes it. This page is written by:

\`\`\`sh
npm install --prefix tests/peers/tours
pnpm e2e --config tests/peers/tours/playwright.config.ts
\`\`\`

driver.js passes ${passed} of ${count}. We chose the scenarios, from reports about many libraries, so this says what ours was built to stand, not which library is better.

| scenario | driver.js ${version} | what did not hold |
| --- | --- | --- |
${lines
  .sort(([a], [b]) => a - b)
  .map(([, line]) => line)
  .join('\n')}
`,
  )
}
