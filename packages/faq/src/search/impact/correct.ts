import { fold, isUnspaced } from '../fold.ts'
import type { SearchResult } from '../search-engine.ts'
import { distance } from './distance.ts'
import type { Expanded } from './expand.ts'

/** The query as it is spelled in what was found for it. `words`: those of the index. */
export function correct(
  words: readonly string[],
  { terms, meanings, unknown }: Expanded,
  query: string,
  found: readonly SearchResult[],
): string | undefined {
  const meant = query.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const place = terms.indexOf(fold(word))
    // Not what means the same: that was found anyway, and nobody mistyped it.
    const [best] = [...(meanings[place] ?? [])]
      .map(([number, weight]) => [words[number] ?? '', weight] as const)
      .filter(([other]) => distance(fold(word), other, 2, false) < 3)
      .sort(([, a], [, b]) => b - a)
    const isWrong = best && unknown.has(fold(word)) && !isUnspaced(word)
    return (isWrong && spelling(best[0], found)) || word
  })
  return meant === query ? undefined : meant
}

/** A word as it is written in what was found, since the index knows it without accents; nothing when it is in none of its beginnings. */
function spelling(folded: string, found: readonly SearchResult[]): string | undefined {
  for (const { article } of found)
    for (const text of [article.title, ...article.headings, ...article.keywords, article.lead])
      for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) if (fold(word) === folded) return word.toLowerCase()
  return undefined
}
