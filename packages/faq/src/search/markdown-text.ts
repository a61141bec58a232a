export interface MarkdownText {
  readonly headings: readonly string[]
  /** The first 220 characters that are not a heading. */
  readonly lead: string
  readonly body: string
}

/**
 * The words of a Markdown text, for search. Signs of Markdown are no words, so only what has words that nobody reads is taken
 * out: addresses, HTML, comments. What an article is shown by is `docent build`'s to parse.
 */
export function readMarkdown(source: string): MarkdownText {
  const body = source
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+["'][^"']*["'])?\)/g, '] ')
    .replace(/^\[[^\]]+\]:\s+\S+.*$/gm, ' ')
    .replace(/https?:\/\/[^\s<>)\]]+/g, ' ')
  const headings = [...body.matchAll(/^#{1,6}\s+(.+?)[\s#]*$/gm)].map(([, heading = '']) => heading)
  const prose = body.replace(/^#{1,6}\s.*$/gm, ' ')
  return { headings, lead: prose.replace(/\s+/g, ' ').trim().slice(0, 220), body }
}
