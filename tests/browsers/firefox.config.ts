import { defineConfig } from '@playwright/test'
import base from '../../playwright.config.ts'

/**
 * The scenarios of guides in Debian's Firefox (`apt-get install firefox-esr`), driven over WebDriver BiDi. Not part of `npm test`. Of Chromium alone are those
 * that need its own protocol; each says so.
 */
export default defineConfig({
  ...base,
  testDir: '../e2e/guide',
  // What is of the command line, and of the team's own panel, is no matter of the visitor's browser.
  testIgnore: ['check/**', 'developer/**'],
  outputDir: '../../test-results/firefox',
  workers: 1,
  // One start of the browser in some ten takes longer than it may on a busy machine.
  retries: 1,
  timeout: 90_000,
  reporter: [['list'], ['./proof-reporter.ts', { browser: 'Firefox', config: 'firefox' }]],
  use: {
    ...base.use,
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: { executablePath: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr', timeout: 60_000 },
  },
})
