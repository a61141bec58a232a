import { defineConfig } from '@playwright/test'
import base from '../../../playwright.config.ts'

/** What guides cost while nothing happens, measured by the tests that hold them to it, and written down. */
export default defineConfig({
  ...base,
  testDir: '../../e2e/guide',
  testMatch: ['idle/spec.ts', 'many-tips/spec.ts'],
  workers: 1,
  retries: 0,
  reporter: [['list'], ['./figures-reporter.ts']],
})
