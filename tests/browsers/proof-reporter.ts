import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

interface Options {
  readonly browser: string
  /** Name of the configuration, and of the page that is written. */
  readonly config: string
}

const how: Readonly<Record<string, string>> = {
  firefox: `The tests of \`tests/e2e/guide\`, as they run in Chromium with \`npm test\`, in Debian's Firefox over WebDriver BiDi.`,
  webkit: `The pages of \`tests/e2e/guide/<scenario>/scenario.ts\`, each walked from step to step by plain WebDriver: the card comes, what is lit is where the target is,
the step is ended as a person ends it. The checks of their own, which \`npm test\` makes in Chromium, are not made here.`,
}

/** Writes docs/proof/<config>.md: what passed in that browser, what did not, and what cannot be driven in it. */
export default class ProofReporter implements Reporter {
  private readonly results = new Map<string, { readonly test: TestCase; readonly result: TestResult }>()
  private version = ''

  constructor(private readonly options: Options) {}

  onTestEnd(test: TestCase, result: TestResult): void {
    this.results.set(test.id, { test, result })
    this.version ||= test.annotations.find(({ type }) => type === 'browser')?.description ?? ''
  }

  onEnd(): void {
    const { browser, config } = this.options
    const rows = [...this.results.values()].map(({ test, result }) => {
      const skipped = test.annotations.find(({ type }) => type === 'skip')?.description
      const [why = ''] = stripVTControlCharacters(result.error?.message ?? '').split('\n')
      const told = test.annotations.find(({ type }) => type === 'told')?.description ?? ''
      const answer = result.status === 'passed' ? 'yes' : skipped === undefined ? 'no' : 'not driven'
      return {
        answer,
        line: `| ${test.title} | ${answer} | ${skipped ?? (why ? `\`${why.replaceAll('`', "'").replaceAll('|', '/')}\`` : told)} |`,
      }
    })
    const count = (wanted: string): number => rows.filter(({ answer }) => answer === wanted).length
    const folder = join(import.meta.dirname, '../../docs/proof')
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, `${config}.md`),
      `# Guides in ${browser}${this.version && ` ${this.version}`}

${how[config]} ${count('yes')} pass, ${count('no')} fail, ${count('not driven')} cannot be driven here.
Written by:

\`\`\`sh
pnpm e2e --config tests/browsers/${config}.config.ts
\`\`\`

| scenario | passes | |
| --- | --- | --- |
${rows.map(({ line }) => line).join('\n')}
`,
    )
  }
}
