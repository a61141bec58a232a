import { existsSync } from 'node:fs'

const headlessShell = '/usr/bin/chromium-headless-shell'

/** The browser that `npm test` found or brought; of a single `pnpm e2e`, Debian's. */
export const chromiumPath =
  process.env.CHROMIUM_PATH ?? (existsSync(headlessShell) ? headlessShell : '/usr/bin/chromium')

/** A browser that has all that people's have, the back/forward cache too; absent where only the headless shell is installed. */
export const windowedChromiumPath = chromiumPath.endsWith('headless-shell')
  ? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  : chromiumPath
