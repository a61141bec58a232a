import { test } from '@playwright/test'

/** A figure that was measured, for the page that tests/benchmarks/guide writes. */
export function tellFigure(what: string, measured: string): void {
  test.info().annotations.push({ type: 'figure', description: `| ${what} | ${measured} |` })
}
