import type { Plugin } from 'rollup'
import { loadImports, takeImports } from './chunk-imports.ts'

/**
 * A file that could not be fetched is asked for again under a fresh address: browsers remember that an address failed, also
 * when it was another file's import. So chunks find each other through one function, and widget.js by the query that it was
 * itself loaded with. A fresh fragment is a fresh module and the same file.
 */
export const retryFailedChunks = (): Plugin => ({
  name: 'retry-failed-chunks',
  renderDynamicImport: () => ({ left: 'loadPart(', right: ')' }),
  renderChunk(code, chunk) {
    const query = 'new URL(import.meta.url).search'
    if (chunk.isEntry) {
      const load = `path=>{path+=${query};return parts[path]??=import(path).catch(()=>import(path+"#"+Date.now())).catch(error=>{delete parts[path];throw error})}`
      return { code: `const parts={};const loadPart=${load};\n${code}\nexport{loadPart};`, map: null }
    }
    const { imports, rest } = takeImports(code, chunk.name)
    const base = imports.filter(({ file }) => file === './widget.js').map(({ names }) => names)
    const others = imports.filter(({ file }) => file !== './widget.js')
    return {
      code: `const {${['loadPart', ...base].join(',')}}=await import('./widget.js'+${query});\n${loadImports(others, 'loadPart')}\n${rest}`,
      map: null,
    }
  },
})
