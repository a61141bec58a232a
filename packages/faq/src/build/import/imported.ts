import type { Problems } from '../problem.ts'

/** An article of another help centre, on its way into a folder of Markdown. */
export interface ImportedArticle {
  /** Names the file; made safe for one. */
  readonly name: string
  /** The old help centre's id: links between articles are found by it. */
  readonly sourceId?: string
  readonly locale: string
  readonly title: string
  readonly category: string
  readonly order?: number
  readonly keywords?: readonly string[]
  readonly updated?: string
  /** Restricted in the old help centre: the name of an audience. */
  readonly audience?: string
  readonly isDraft?: boolean
  readonly body: ImportedBody
}

export type ImportedBody = { readonly html: string } | { readonly markdown: string }

export interface ImportedCategory {
  readonly id: string
  readonly title: string
  readonly description?: string
}

export interface ImportedHelp {
  readonly articles: readonly ImportedArticle[]
  readonly categories: readonly ImportedCategory[]
  /** The id of the article that an address of the old help centre leads to. */
  articleAt(url: string): string | undefined
}

/** A file that an importer reads. */
export interface ImportSource {
  readonly file: string
  readonly text: string
}

/** Reads the export; what is wrong with it goes to `problems`, and what can be read is returned all the same. */
export type Importer = (sources: readonly ImportSource[], problems: Problems) => ImportedHelp

/** `Billing & Plans` → `billing-plans`. Letters of every language stay. */
export const toName = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'article'

/** The day of a timestamp; nothing when it is none. */
export function dayOf(stamp: unknown): { readonly updated?: string } {
  const date =
    typeof stamp === 'number' ? new Date(stamp * 1000) : typeof stamp === 'string' ? new Date(stamp) : undefined
  return date && !Number.isNaN(date.getTime()) ? { updated: date.toISOString().slice(0, 10) } : {}
}
