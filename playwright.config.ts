import { defineConfig } from '@playwright/test'
import { chromiumPath } from './tests/e2e/support/chromium-path.ts'

/** Whole-system tests: one folder per scenario under tests/e2e/<area>/<scenario>/. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/spec.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  fullyParallel: false,
  // What fails is run once more, which leaves a trace. What passes only then is named in the summary: each is a bug of ours.
  retries: 1,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Riga',
    // Not while all is well: a trace costs as much as the test itself on a small machine.
    trace: { mode: 'on-first-retry', screenshots: false, snapshots: true, sources: false },
    launchOptions: {
      executablePath: chromiumPath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
