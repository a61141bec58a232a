import type { RichNode } from '@docent/protocol'
import type { Blockquote, RootContent } from 'mdast'
import { didYouMean } from './closest.ts'
import { type Page, placeOf } from './page.ts'

const tones: Readonly<Record<string, 'note' | 'tip' | 'warning'>> = {
  note: 'note',
  important: 'note',
  tip: 'tip',
  warning: 'warning',
  caution: 'warning',
}

/** A quotation, or a callout when its first line is `[!NOTE]`, `[!TIP]`, `[!IMPORTANT]`, `[!WARNING]` or `[!CAUTION]`. */
export function quote(
  node: Blockquote,
  page: Page,
  blocks: (nodes: readonly RootContent[], page: Page) => RichNode[],
): RichNode {
  const [first, ...rest] = node.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  const mark = text?.type === 'text' ? /^\[!(\w+)\]\s*/.exec(text.value) : null
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !mark)
    return { type: 'quote', children: blocks(node.children, page) }
  const name = (mark[1] ?? '').toLowerCase()
  const tone = tones[name]
  if (!tone) {
    const remedy = didYouMean(name, Object.keys(tones), 'Write NOTE, TIP, IMPORTANT, WARNING or CAUTION')
    page.problems.error(placeOf(text, page), `There is no callout “[!${mark[1]}]”`, remedy)
  }
  const words = [{ ...text, value: text.value.slice(mark[0].length) }, ...first.children.slice(1)]
  const children = blocks([{ ...first, children: words }, ...rest], page)
  return { type: 'callout', tone: tone ?? 'note', children }
}
