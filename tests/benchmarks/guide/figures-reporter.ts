import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { FullResult, Reporter, TestCase } from '@playwright/test/reporter'
import { chromiumPath } from '../../e2e/support/chromium-path.ts'

/** Writes docs/proof/idle-cost.md from the figures that the tests have told, if all of them passed. */
export default class FiguresReporter implements Reporter {
  private readonly rows: string[] = []

  onTestEnd({ annotations }: TestCase): void {
    for (const { type, description } of annotations) if (type === 'figure' && description) this.rows.push(description)
  }

  onEnd({ status }: FullResult): void {
    if (status !== 'passed') return
    const version = execFileSync(chromiumPath, ['--version'], { encoding: 'utf8' }).trim()
    writeFileSync(
      join(import.meta.dirname, '../../../docs/proof/idle-cost.md'),
      `# What guides cost while nothing happens

Measured in ${version} on ${cpus().length} cores, by \`tests/e2e/guide/idle\` and \`tests/e2e/guide/many-tips\`, which fail when it becomes more. Written by:

\`\`\`sh
pnpm e2e --config tests/benchmarks/guide/playwright.config.ts
\`\`\`

| what | measured |
| --- | --- |
${this.rows.join('\n')}

Layout reads: \`getBoundingClientRect\`, \`getComputedStyle\`, \`offset…\`, \`client…\` and \`scrollTop\`. Script: processor time of the page's main thread, the median of 3 page loads; some ms either way are
noise, so what 200 tips cost is too little to be told from none.
`,
    )
  }
}
