import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../../e2e/support/chromium-path.ts'
import type { KeystrokeFigures, Typing } from './type-queries.ts'

/** As many times slower than this machine as a phone is. */
export const slowdown = 4

/** Types queries letter by letter into the widget's search, in Chromium slowed down four times. */
export async function measureKeystrokes(typing: Typing): Promise<KeystrokeFigures> {
  const { outputFiles } = await build({
    ...{ entryPoints: [join(import.meta.dirname, 'type-queries.ts')], bundle: true, write: false, format: 'iife' },
    ...{ minify: true, conditions: ['source'], target: 'es2022', globalName: 'docentTyping' },
    // What corrects a query loads after a pause, not with a keystroke.
    external: ['./correct.ts'],
  })
  const browser = await chromium.launch({ executablePath: chromiumPath })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
    const client = await page.context().newCDPSession(page)
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    return await page.evaluate(
      (given) =>
        (globalThis as unknown as { docentTyping: typeof import('./type-queries.ts') }).docentTyping.typeQueries(given),
      typing,
    )
  } finally {
    await browser.close()
  }
}
