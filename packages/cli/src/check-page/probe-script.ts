import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** The script for the page. It is built with the package; where that runs from its source, it is made on the spot. */
export async function probeScript(): Promise<string> {
  const source = new URL('./probe.ts', import.meta.url)
  if (!import.meta.url.endsWith('.ts')) return readFile(new URL('./probe.js', import.meta.url), 'utf8')
  // By a name in a variable, so that what is published does not hold it.
  const bundler = 'esbuild'
  const { build } = (await import(bundler)) as typeof import('esbuild')
  const { outputFiles } = await build({
    ...{ entryPoints: [fileURLToPath(source)], bundle: true, write: false, format: 'iife', conditions: ['source'] },
  })
  return outputFiles[0]?.text ?? ''
}
