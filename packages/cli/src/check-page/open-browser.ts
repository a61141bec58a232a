import { existsSync } from 'node:fs'
import type { Browser, BrowserContext } from 'playwright-core'
import { BrowserError } from './browser-error.ts'

interface BrowserOptions {
  /** Path of a Chromium. Default: Playwright's own, else Chrome, Edge or Chromium of the system. */
  readonly executable?: string
  /** File with cookies and storage of someone who is signed in, as Playwright writes it. */
  readonly storageState?: string
}

const onLinux = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium']

/**
 * Opens a browser with one empty context.
 * @throws BrowserError `playwright-missing`, `browser-missing`, `storage-state-invalid`
 */
export async function openBrowser(options: BrowserOptions): Promise<{ browser: Browser; context: BrowserContext }> {
  const browser = await launch(options.executable)
  const { storageState } = options
  try {
    return { browser, context: await browser.newContext(storageState === undefined ? {} : { storageState }) }
  } catch (error) {
    await browser.close()
    const [why] = String(error).split('\n')
    throw new BrowserError(
      'storage-state-invalid',
      `${storageState} is no storage state: ${why}`,
      'Write one with `npx playwright codegen --save-storage=state.json`, signed in to your app',
    )
  }
}

async function launch(executable: string | undefined): Promise<Browser> {
  const playwright = await import('playwright-core').catch(() => undefined)
  if (!playwright)
    throw new BrowserError(
      'playwright-missing',
      'playwright-core is not installed',
      'Run `npm install --save-dev playwright-core`',
    )
  // Containers often run everything as root, where Chromium's sandbox cannot work.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const found = onLinux.filter((path) => existsSync(path)).map((executablePath) => ({ executablePath }))
  const ways = executable
    ? [{ executablePath: executable }]
    : [{}, { channel: 'chrome' }, { channel: 'msedge' }, ...found]
  for (const way of ways) {
    const browser = await playwright.chromium.launch({ ...way, args }).catch(() => undefined)
    if (browser) return browser
  }
  throw new BrowserError(
    'browser-missing',
    executable ? `${executable} is no browser that starts` : 'No Chromium, Chrome or Edge starts here',
    'Run `npx playwright-core install chromium`, or name one with --browser',
  )
}
