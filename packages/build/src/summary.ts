import { existsSync, readFileSync } from 'node:fs'

/** The last line of CI: tests by vitest and Playwright, and the steps that are no tests. Exits by it. */
interface Unit {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numFailedTestSuites: number
}
interface EndToEnd {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }
  readonly errors: readonly unknown[]
}
const read = <T>(file: string): T | undefined =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
const unit = read<Unit>('test-results/unit.json')
const endToEnd = read<EndToEnd>('test-results/e2e.json')
const stepsFailed = Number(process.argv[2] ?? 0)

const passed = (unit?.numPassedTests ?? 0) + (endToEnd ? endToEnd.stats.expected + endToEnd.stats.flaky : 0)
const testsFailed = (unit?.numFailedTests ?? 0) + (endToEnd?.stats.unexpected ?? 0)
const flaky = endToEnd?.stats.flaky ?? 0
const missing = Number(!unit) + Number(!endToEnd)
// A failed test has failed its step too: count it once.
const failed = testsFailed > 0 ? testsFailed + Math.max(0, stepsFailed - 1) : stepsFailed + missing
if (flaky > 0) console.log(`${flaky} of the passed did so only when run again: bugs of ours, named above`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
