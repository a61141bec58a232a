import type { Html, RootContent } from 'mdast'
import { refuseHtml } from './html.ts'
import { type Page, placeOf } from './page.ts'

/** What stands between `<details>` and `</details>`. */
export interface Fold {
  readonly type: 'fold'
  readonly opening: Html
  /** Markdown between `<summary>` and `</summary>`. */
  summary: string
  readonly children: FoldedContent[]
}
export type FoldedContent = RootContent | Fold

const tags = /<(details)(?:\s+open)?\s*>|<summary>([\s\S]*?)<\/summary>|<\/details>/gi

/** Puts what can be opened and closed into one node, however deep; these are the only tags that mean something. */
export function foldDetails(nodes: readonly RootContent[], page: Page): FoldedContent[] {
  const result: FoldedContent[] = []
  const open: Fold[] = []
  for (const node of nodes) {
    if (node.type === 'html' && isFold(node)) readTags(node, open, result, page)
    else (open.at(-1)?.children ?? result).push(node)
  }
  for (const { opening } of open)
    page.problems.error(placeOf(opening, page), '<details> is not closed', 'Put an empty line and </details> after it')
  return result
}

const isFold = ({ value }: Html): boolean => /^<\/?(details|summary)\b/i.test(value.trim())

function readTags(node: Html, open: Fold[], result: FoldedContent[], page: Page): void {
  for (const [tag, opens, summary] of node.value.matchAll(tags)) {
    const current = open.at(-1)
    if (opens) {
      const fold: Fold = { type: 'fold', opening: node, summary: '', children: [] }
      ;(current?.children ?? result).push(fold)
      open.push(fold)
    } else if (current && summary !== undefined) current.summary = summary.trim()
    else if (current && !current.summary)
      page.problems.error(placeOf(node, page), '<details> has no title', 'Write <summary>Title</summary> below it')
    if (tag.startsWith('</')) open.pop()
  }
  const rest = node.value.replace(tags, '').trim()
  if (!rest) return
  if (/^</.test(rest)) refuseHtml({ ...node, value: rest }, page)
  else
    page.problems.error(
      placeOf(node, page),
      'The text inside <details> touches its tags',
      'Put an empty line after </summary> and another before </details>',
    )
}
