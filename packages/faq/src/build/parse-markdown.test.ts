// @vitest-environment node
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from './parse-markdown.ts'

/** With all of GitHub's additions, whatever the text is. */
const inFull = (text: string) => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

describe('parseMarkdown', () => {
  const texts = [
    ['a table', '| a | b |\n| - | - |\n| 1 | 2 |'],
    ['a table without bars', 'a\n:-\nb'],
    ['another', 'a\n-:\nb'],
    ['what is struck out', 'one ~~two~~ ~three~'],
    ['an address', 'see HTTPS://docent.example/a or www.docent.example'],
    ['an e-mail address', 'write to ada@docent.example'],
    ['footnotes', 'one[^1]\n\n[^1]: two'],
    ['tasks', '- [ ] one\n- [x] two\n- [X] three'],
    ['none of them', '# One\n\n- *two* `three`\n\n> [four](five.md) [six][]\n\n---\n\n\\[ ] [seven]: x'],
  ] as const
  for (const [name, text] of texts)
    it(`reads ${name} as GitHub does`, () => expect(parseMarkdown(text)).toEqual(inFull(text)))
})
