import { defineConfig } from '@playwright/test'

/** Docent in WebKitGTK (`apt-get install webkit2gtk-driver xvfb`), by plain WebDriver. Not part of `npm test`. */
export default defineConfig({
  testDir: '.',
  testMatch: 'webkit.ts',
  outputDir: '../../test-results/webkit',
  workers: 1,
  retries: 1,
  timeout: 60_000,
  reporter: [['list'], ['./proof-reporter.ts', { browser: 'WebKitGTK', config: 'webkit' }]],
})
