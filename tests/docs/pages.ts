import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** A Markdown page of the repository. */
export interface Page {
  /** From the root: `docs/glossary.md`. */
  readonly path: string
  readonly text: string
}

/** Articles of the example are checked by `docent build`. */
const skipped = /(^|\/)(node_modules|dist|help|coverage|test-results|\.[^/]+)$/

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skipped.test(path) ? [] : filesIn(path)
    return entry.name.endsWith('.md') ? [path] : []
  })
}

export const readPages = (): Page[] =>
  filesIn(root)
    .sort()
    .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))

/** A fenced block of code. */
export interface Fence {
  readonly page: string
  /** Of its first line of code, from 1. */
  readonly line: number
  readonly language: string
  readonly code: string
}

export function fencesOf({ path, text }: Page): Fence[] {
  const fences: Fence[] = []
  let open:
    | { readonly mark: string; readonly language: string; readonly line: number; readonly code: string[] }
    | undefined
  for (const [index, line] of text.split('\n').entries()) {
    const mark = /^\s*(`{3,})(\w*)/.exec(line)
    if (!open && mark) open = { mark: mark[1] ?? '', language: mark[2] ?? '', line: index + 2, code: [] }
    else if (open && line.trim() === open.mark) {
      fences.push({ page: path, line: open.line, language: open.language, code: open.code.join('\n') })
      open = undefined
    } else open?.code.push(line)
  }
  return fences
}

/** The page without code, in which a bracket means a link. */
export const proseOf = ({ text }: Page): string =>
  text.replace(/^\s*(`{3,})[\s\S]*?^\s*\1\s*$/gm, '').replace(/`[^`\n]*`/g, '')

/** The ids that headings get where the page is shown. */
export function anchorsOf({ text }: Page): Set<string> {
  const anchors = new Set<string>()
  const prose = text.replace(/^\s*(`{3,})[\s\S]*?^\s*\1\s*$/gm, '')
  for (const [, heading = ''] of prose.matchAll(/^#{1,6} (.+)$/gm)) {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-')
    let anchor = slug
    for (let number = 1; anchors.has(anchor); number++) anchor = `${slug}-${number}`
    anchors.add(anchor)
  }
  return anchors
}
