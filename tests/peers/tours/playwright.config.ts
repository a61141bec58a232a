import { defineConfig } from '@playwright/test'
import base from '../../../playwright.config.ts'

/** The scenarios of tours, put to driver.js. Not part of `npm test`: what fails there is its business, and is written down. */
export default defineConfig({
  ...base,
  testDir: '.',
  testMatch: 'compare.ts',
  outputDir: '../../../test-results/peers',
  // One table of all of them.
  workers: 1,
})
