/** What a suite needs of a test runner: `describe` and `it` of vitest, node:test, jest or mocha, as they are. */
export interface TestRunner {
  describe(title: string, body: () => void): unknown
  readonly it: TestFunction
}

export interface TestFunction {
  (title: string, body: () => Promise<void>): unknown
  skip(title: string, body: () => Promise<void>): unknown
}

/** One numbered rule of a contract: what it says, when it applies, how it is checked. */
export interface ContractRule<Harness, Bench> {
  /** `T4`, `S2`: the number on the contract's page. Never given to another rule. */
  readonly id: string
  readonly title: string
  /** Why the rule does not apply to this candidate; `undefined` when it does. */
  readonly skipped?: (harness: Harness) => string | undefined
  /** Rejects when the rule is broken. */
  check(bench: Bench): Promise<void>
}

/** Registers one test per rule. A rule that does not apply is reported as skipped, with its reason. */
export function runContract<Harness, Bench>(
  runner: TestRunner,
  title: string,
  rules: readonly ContractRule<Harness, Bench>[],
  harness: Harness,
  run: (rule: ContractRule<Harness, Bench>) => Promise<void>,
): void {
  runner.describe(title, () => {
    for (const rule of rules) {
      const reason = rule.skipped?.(harness)
      const name = `${rule.id} ${rule.title}`
      if (reason === undefined) runner.it(name, () => run(rule))
      else runner.it.skip(`${name} (skipped: ${reason})`, () => run(rule))
    }
  })
}
