/** A contract of two rules, run by node:test; `runner.test.ts` reads the report. */
import { describe, it } from 'node:test'
import { runContract } from '../runner.ts'

runContract(
  { describe, it },
  'contract',
  [
    { id: 'X1', title: 'always applies', check: async () => {} },
    { id: 'X2', title: 'needs more', skipped: () => 'not able', check: async () => {} },
  ],
  {},
  (rule) => rule.check(undefined),
)
