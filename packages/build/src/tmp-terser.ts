import { readFileSync, writeFileSync, readdirSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { minify } from 'terser'
import { transform } from 'esbuild'
const here = new URL('.', import.meta.url).pathname
if (process.argv.includes('--build')) {
const source = readFileSync(`${here}build-cdn.ts`, 'utf8')
  .replace(/export const cdnDir = .*/, "export const cdnDir = '/tmp/core-raw'")
  .replace(/\n.*docent\.iife\.js'\),/, '\n').replace('  minify(format),','{...minify(format), renderChunk: undefined},')
writeFileSync(`${here}tmp-build-raw.ts`, source)
const { buildCdn } = await import('./tmp-build-raw.ts' as string)
await buildCdn()
}
const files = ['widget', 'engine', 'renderer', 'panel'].map((n) => readdirSync('/tmp/core-raw').find((f) => f.startsWith(n) && f.endsWith('.js')) as string)
const base = { passes: 3, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false }
const variants: Record<string, any> = {
  base: { c: base },
  p1: { c: { ...base, passes: 1 } },
  p5: { c: { ...base, passes: 5 } },
  noseq: { c: { ...base, sequences: false } },
  noinline: { c: { ...base, inline: 1 } },
  inline0: { c: { ...base, inline: 0 } },
  noreduce: { c: { ...base, reduce_funcs: false } },
  nocollapse: { c: { ...base, collapse_vars: false } },
  nojoin: { c: { ...base, join_vars: false } },
  nohoistprops: { c: { ...base, hoist_props: false } },
  pure: { c: { ...base, pure_getters: true, unsafe: true, unsafe_comps: true } },
  nocond: { c: { ...base, conditionals: false } },
  noif: { c: { ...base, if_return: false } },
  bools: { c: { ...base, booleans_as_integers: true } },
  arrows0: { c: { ...base, arrows: false } },
  ecma2022: { c: { ...base, ecma: 2022 } },
  hoistf: { c: { ...base, hoist_funs: true } },
  computed: { c: { ...base, computed_props: false } },
  singleq: { c: base, f: { quote_style: 1 } },
  doubleq: { c: base, f: { quote_style: 2 } },
  wrapno: { c: base, f: { wrap_func_args: false } },
  ascii: { c: base, f: { ascii_only: false } },
}
for (const [name, v] of Object.entries(variants)) {
  const sizes = []
  for (const f of files) {
    const r = await minify(readFileSync(`/tmp/core-raw/${f}`, 'utf8'), { module: true, ecma: 2020, compress: v.c, mangle: { toplevel: true }, format: { comments: false, ...v.f } })
    sizes.push(brotliCompressSync(r.code as string).length)
  }
  console.log(name.padEnd(12), sizes.join(' '), sizes.reduce((a, b) => a + b))
}
const sizes = []
for (const f of files) sizes.push(brotliCompressSync((await transform(readFileSync(`/tmp/core-raw/${f}`, 'utf8'), { minify: true, format: 'esm', target: 'es2022' })).code).length)
console.log('esbuild', sizes.join(' '))
