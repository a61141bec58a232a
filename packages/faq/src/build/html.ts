import type { Html } from 'mdast'
import { type Page, placeOf } from './page.ts'

const markdownFor: Readonly<Record<string, string>> = {
  a: '[text](address)',
  b: '**bold**',
  strong: '**bold**',
  i: '*emphasis*',
  em: '*emphasis*',
  s: '~~struck~~',
  del: '~~struck~~',
  br: 'a backslash at the end of the line',
  hr: '---',
  img: '![what it shows](images/file.png)',
  code: '`code`',
  kbd: '`Ctrl`',
  pre: 'a block between ``` lines',
  p: 'an empty line between paragraphs',
  ul: 'lines that begin with “- ”',
  ol: 'lines that begin with “1. ”',
  table: 'a table of | lines',
  blockquote: 'lines that begin with “> ”',
}

/** HTML is data of another kind: it could carry scripts. Comments are notes between authors and are left out. */
export function refuseHtml(node: Html, page: Page): void {
  const text = node.value.replace(/<!--[\s\S]*?-->/g, '').trim()
  const tag = /<([a-z][\w-]*)/i.exec(text)?.[1]?.toLowerCase()
  // A closing tag was announced by its opening one.
  if (text === '' || /^<\//.test(text)) return
  const markdown =
    tag === undefined ? undefined : (markdownFor[tag] ?? (/^h[1-6]$/.test(tag) ? '## Heading' : undefined))
  const shown = tag === undefined ? text.slice(0, 20) : `<${tag}>`
  const remedy = markdown
    ? `Write ${markdown} instead`
    : `Write Markdown; to show ${shown} as text put it between backticks`
  page.problems.error(placeOf(node, page), `HTML is not allowed: ${shown}`, remedy)
}
