import type { GetModuleInfo, Plugin } from 'rollup'
import { loadImports, takeImports } from './chunk-imports.ts'
import { rareParts } from './rare-parts.ts'

/** The classic file that holds everything but the rare parts. */
export const singleFile = 'docent.iife.js'

/** The file itself, and the rare parts beside it, which work with no other. */
export const isOfSingleFile = (file: string): boolean => file.startsWith('docent.iife.')

const isRare = (id: string): boolean => rareParts.some((part) => id.endsWith(`/packages/${part}`))

/** The modules that the single file holds: all that can be reached from its entry without a rare part. */
export function modulesOfSingleFile(entry: string, getModuleInfo: GetModuleInfo): ReadonlySet<string> {
  const found = new Set([entry])
  for (const id of found) {
    const info = getModuleInfo(id)
    for (const next of info?.importedIds ?? []) found.add(next)
    for (const next of info?.dynamicallyImportedIds ?? []) if (!isRare(next)) found.add(next)
  }
  return found
}

const exported = /^export \{([^}]*)\};\s*$/m

/** `a as b, c` as what an object holds: `b: a, c`. */
const fieldsOf = (code: string): string =>
  (exported.exec(code)?.[1] ?? '')
    .split(',')
    .map((name) => name.trim().split(' as ').reverse().join(':'))
    .join(',')

/**
 * Makes the entry a classic script and every rare part a module whose default export is a function: it takes `$loadPart`, by which it gets what
 * the script holds, and answers what the part exports. So there is one copy of Preact and of every module of ours, and no global name.
 * The names it brings begin with `$`, as none of ours does. `import()` by the script's own address passes nonces and enforced Trusted Types, and is tried again as in `retryFailedChunks`.
 */
export const singleFileParts = (): Plugin => ({
  name: 'single-file-parts',
  renderDynamicImport: () => ({ left: '$loadPart(', right: ')' }),
  renderChunk(code, chunk) {
    const fields = fieldsOf(code)
    const { imports, rest } = takeImports(code.replace(exported, ''), chunk.name)
    if (/^export\b/m.test(rest)) throw new Error(`an export of ${chunk.name} was not understood`)
    if (!chunk.isEntry) {
      return {
        code: `export default async $loadPart=>{${loadImports(imports, '$loadPart')}\n${rest}\nreturn {${fields}}}`,
        map: null,
      }
    }
    const take = 'url=>import(url).then(part=>part.default($loadPart))'
    const load = `async path=>$parts[path]??=(url=>$take(url).catch(()=>$take(url+"#"+Date.now())).catch(error=>{delete $parts[path];throw error}))(new URL(path,$address).href)`
    return {
      code: `(()=>{"use strict";const $address=document.currentScript.src,$parts={},$take=${take},$loadPart=${load};\n${rest}\n$parts['./${singleFile}']={${fields}}})()`,
      map: null,
    }
  },
})
