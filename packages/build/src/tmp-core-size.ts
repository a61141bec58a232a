import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { transform } from 'esbuild'
import { minifyCss } from './css-text.ts'

const here = new URL('.', import.meta.url).pathname
const source = readFileSync(`${here}build-cdn.ts`, 'utf8')
  .replace(/export const cdnDir = .*/, "export const cdnDir = '/tmp/core-cdn'")
  .replace(/\n.*docent\.iife\.js'\),/, process.argv.includes('--iife') ? '$&' : '\n')
writeFileSync(
  `${here}tmp-build-cdn.ts`,
  source.replace(
    'graph[file.fileName] = {',
    ";(globalThis as any).codes ??= {};(globalThis as any).codes[file.fileName] = modules.map(([id, m]: any) => [id.replace(/^.*\\/(packages|node_modules)\\//, '$1/'), m.code]);graph[file.fileName] = {",
  ),
)
const { buildCdn } = await import('./tmp-build-cdn.ts' as string)
const g = await buildCdn()
const b = (f: string) => brotliCompressSync(readFileSync(`/tmp/core-cdn/${f}`)).length
for (const f in g) console.log(f.padEnd(30), readFileSync(`/tmp/core-cdn/${f}`).length, b(f), g[f].imports.join(' '))
const n = (p: string) => Object.keys(g).find((f) => f.startsWith(p)) as string
console.log('cold', b('loader.js') + b('widget.js'), 'home-chat', b(n('engine')) + b(n('renderer')) + b(n('panel')))

import { minify } from 'terser'

const want = process.argv.slice(2).filter((a) => !a.startsWith('--'))
const codes = (globalThis as any).codes as Record<string, [string, string][]>
for (const f of Object.keys(g)) {
  if (!want.some((w) => f.startsWith(w))) continue
  const list: [string, string][] = []
  for (const [m, c] of codes[f]) {
    if (!c?.trim()) continue
    const r = await minify(c, {
      module: false,
      ecma: 2020,
      compress: { passes: 2, toplevel: false, unused: false, unsafe_arrows: true },
      mangle: { toplevel: true, keep_fnames: false },
      format: { comments: false },
    })
    list.push([m, r.code ?? ''])
  }
  const whole = brotliCompressSync(list.map(([, c]) => c).join('')).length
  const rows = list.map(
    ([m, c]) =>
      [
        m,
        c.length,
        whole -
          brotliCompressSync(
            list
              .filter(([n]) => n !== m)
              .map(([, x]) => x)
              .join(''),
          ).length,
      ] as const,
  )
  console.log('==', f, whole)
  for (const [m, a, c] of [...rows].sort((a, b) => b[2] - a[2]))
    console.log(String(a).padStart(7), String(c).padStart(6), m)
}
