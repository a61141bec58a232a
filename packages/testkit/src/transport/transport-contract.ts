import { runContract, type TestRunner } from '../runner.ts'
import { connectionRules } from './connection-rules.ts'
import { deliveryRules } from './delivery-rules.ts'
import { errorRules } from './error-rules.ts'
import { readingRules } from './reading-rules.ts'
import type { TransportHarness, TransportRule } from './transport-harness.ts'

/** Every rule that a transport keeps, in the order of their numbers: the T rules of `docs/reference/transport-contract.md`. */
export const transportRules: readonly TransportRule[] = [
  ...connectionRules,
  ...deliveryRules,
  ...errorRules,
  ...readingRules,
].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))

/**
 * Checks a transport and its backend against the contract. Rules about what is not declared are reported as skipped.
 * @example
 * import { describe, it } from 'vitest'
 * transportContract({ describe, it }, { name: 'mine', capabilities, open: () => startMyBackend() })
 */
export function transportContract(runner: TestRunner, harness: TransportHarness): void {
  const rules = transportRules.map((rule) => ({
    ...rule,
    skipped: (candidate: TransportHarness) => candidate.skips?.[rule.id] ?? rule.skipped?.(candidate),
  }))
  runContract(runner, `transport contract: ${harness.name}`, rules, harness, (rule) => checkRule(rule, harness))
}

/** Checks one rule on a backend of its own. */
export async function checkRule(rule: TransportRule, harness: TransportHarness): Promise<void> {
  const bench = await harness.open()
  const ended = new AbortController()
  try {
    const { capabilities, patienceMs = 5000 } = harness
    await rule.check({ bench, capabilities, patienceMs, signal: ended.signal })
  } finally {
    ended.abort()
    await bench.close()
  }
}
