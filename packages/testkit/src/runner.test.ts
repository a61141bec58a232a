import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { type ContractRule, runContract, type TestRunner } from './runner.ts'

const rules: readonly ContractRule<{ able: boolean }, string>[] = [
  { id: 'X1', title: 'always applies', check: async () => {} },
  { id: 'X2', title: 'needs more', skipped: ({ able }) => (able ? undefined : 'not able'), check: async () => {} },
]

function collect(able: boolean) {
  const tests: string[] = []
  const it = Object.assign((title: string) => void tests.push(title), {
    skip: (title: string) => void tests.push(`skipped ${title}`),
  })
  const runner: TestRunner = {
    it,
    describe(title, body) {
      tests.push(title)
      body()
    },
  }
  runContract(runner, 'contract', rules, { able }, async () => {})
  return tests
}

describe('runContract', () => {
  it('registers one test per rule', () => {
    expect(collect(true)).toEqual(['contract', 'X1 always applies', 'X2 needs more'])
  })

  it('reports a rule that does not apply as skipped, with its reason', () => {
    expect(collect(false)).toEqual(['contract', 'X1 always applies', 'skipped X2 needs more (skipped: not able)'])
  })

  it('runs under node:test', async () => {
    const fixture = fileURLToPath(new URL('./testing/node-test-fixture.ts', import.meta.url))
    const options = ['--import', 'tsx', '--conditions', 'source', '--test', '--test-reporter', 'tap', fixture]
    const { NODE_TEST_CONTEXT: _, ...env } = process.env
    const { stdout } = await promisify(execFile)(process.execPath, options, { env })
    expect(stdout).toMatch(/^# pass 1$/m)
    expect(stdout).toMatch(/^# skipped 1$/m)
    expect(stdout).toContain('X2 needs more (skipped: not able)')
  })
})
