/** Assertions without a library, so that the suites run wherever JavaScript does. */

export class ContractViolation extends Error {
  override readonly name = 'ContractViolation'
}

/** Throws with `claim` as what should have been true. */
export function assert(condition: boolean, claim: string): asserts condition {
  if (!condition) throw new ContractViolation(`expected: ${claim}`)
}

/** Equal as data; the order of an object's keys does not matter. */
export function assertSame(actual: unknown, expected: unknown, claim: string): void {
  const [got, want] = [canonical(actual), canonical(expected)]
  if (got !== want) throw new ContractViolation(`expected: ${claim}\n  wanted ${want}\n  got    ${got}`)
}

/** The promise's value, or a violation when it takes longer than `timeoutMs`. */
export async function within<T>(promise: Promise<T>, claim: string, timeoutMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ContractViolation(`expected within ${timeoutMs} ms: ${claim}`)), timeoutMs)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  }) ?? 'undefined'
