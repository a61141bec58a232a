import type { HelpCategory, HelpShard, RichNode, RichText } from '@docent/protocol'
import { textOf } from '@docent/ui/parts'
import type { InlineArticle } from '../options.ts'
import type { HelpContent } from './help-content.ts'
import type { Library, LibraryParts } from './library.ts'

/** Articles given in the options, in the shape of a compiled help centre with one shard. */
export function inlineContent(
  articles: readonly InlineArticle[],
  locale: string,
): { readonly content: HelpContent; readonly shard: HelpShard } {
  const categories = new Map<string, HelpCategory>()
  const bodies: Record<string, RichText> = {}
  const entries = articles.map(({ id, title, category = '', body }) => {
    categories.set(category, { id: category, title: category })
    const text = typeof body === 'string' ? paragraphs(body) : body
    bodies[id] = text
    const words = text.map((node) => textOf([node])).join(' ')
    return {
      id,
      title,
      category,
      headings: text.filter(isHeading).map((node) => textOf([node])),
      lead: words.slice(0, 220),
      keywords: [],
      level: 'basic' as const,
      pages: [],
      minutes: Math.max(1, Math.round(words.split(/\s+/).length / 200)),
      shard: 0,
    }
  })
  const index = { categories: [...categories.values()], articles: entries }
  return { content: { ...index, version: '', locale, base: '', shards: ['inline'] }, shard: { articles: bodies } }
}

const isHeading = (node: RichNode): boolean => typeof node === 'object' && node.type === 'heading'

const paragraphs = (text: string): RichText =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim())
    .map((part): RichNode => ({ type: 'paragraph', children: [part.trim()] }))

/** A library in which everything is there from the start. */
export function createInlineLibrary(
  articles: readonly InlineArticle[],
  { context, dispatch }: Pick<LibraryParts, 'context' | 'dispatch'>,
): Library {
  const { content, shard } = inlineContent(articles, context.locale.peek())
  dispatch({ type: 'content-loaded', content })
  return {
    load: async () => content,
    refresh: async () => {},
    // The one file there is.
    file: async <T extends object>() => shard as HelpShard & T,
    allow() {},
  }
}
