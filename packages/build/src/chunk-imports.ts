/** What a chunk as Rollup writes it imports from other chunks: `names` as the pattern of an object, `file` as `./name.js`. */
export interface ChunkImport {
  readonly names: string
  readonly file: string
}

/** Takes the static imports off a chunk. Throws where one of them has a form that is not known here: it would go out without a second try. */
export function takeImports(code: string, chunk: string): { readonly imports: readonly ChunkImport[]; rest: string } {
  const imports: ChunkImport[] = []
  const rest = code.replace(
    /^import(?: \{([^}]*)\} from)? '(\.\/[^']+)';$/gm,
    (_, names: string | undefined, file: string) => {
      // By name: one of the short names that Rollup gives is `as`.
      imports.push({ names: (names ?? '').replace(/([^\s,]+) as ([^\s,]+)/g, '$1: $2'), file })
      return ''
    },
  )
  if (/^import\b/m.test(rest)) throw new Error(`an import of ${chunk} was not understood`)
  return { imports, rest }
}

/** A statement that brings what a chunk imports into its scope, every file by the function named `load`. */
export const loadImports = (imports: readonly ChunkImport[], load: string): string =>
  imports.length === 0
    ? ''
    : `const [${imports.map(({ names }) => `{${names}}`).join(',')}] = await Promise.all([${imports.map(({ file }) => `${load}('${file}')`).join(',')}]);`
