import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Plugin as EsbuildPlugin, transform } from 'esbuild'
import type { Plugin as RollupPlugin } from 'rollup'

/** `import styles from './x.css?inline'` is the minified text of the sheet, as in Vite. */
const suffix = '?inline'

export async function minifyCss(file: string): Promise<string> {
  const { code } = await transform(await readFile(file, 'utf8'), { loader: 'css', minify: true, sourcefile: file })
  return code.trim().replace(spaces, (_, text = '') => text)
}

/** Spaces that mean nothing in the values of custom properties, which esbuild keeps; quoted text stays as it is. */
const spaces = /("[^"]*")|(?<=--[\w-]+:) |(?<=[,(]) | (?=\))/g

export const cssTextForEsbuild = (): EsbuildPlugin => ({
  name: 'css-text',
  setup(build) {
    build.onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.slice(0, -suffix.length)),
      namespace: 'css-text',
    }))
    build.onLoad({ filter: /./, namespace: 'css-text' }, async ({ path }) => ({
      contents: await minifyCss(path),
      loader: 'text',
    }))
  },
})

export const cssTextForRollup = (): RollupPlugin => ({
  name: 'css-text',
  resolveId: (source, importer) =>
    source.endsWith(`.css${suffix}`) && importer ? resolve(dirname(importer), source) : null,
  load: async (id) =>
    id.endsWith(suffix) ? `export default ${JSON.stringify(await minifyCss(id.slice(0, -suffix.length)))}` : null,
})
