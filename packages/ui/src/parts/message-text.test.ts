import type { RichNode, RichText } from '@docent/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMessageText } from './message-text.ts'
import { textOf } from './RichTextView.tsx'

const paragraph = (...children: RichNode[]): RichNode => ({ type: 'paragraph', children })
const link = (href: string, text = href): RichNode => ({ type: 'link', href, children: [text] })
const itemsOf = (items: readonly RichNode[]) => items.map((item) => ({ children: [item] }))
const bullets = (...items: RichNode[]): RichNode => ({ type: 'list', ordered: false, items: itemsOf(items) })
const numbers = (start: number, ...items: RichNode[]): RichNode => ({
  ...{ type: 'list', ordered: true, items: itemsOf(items), start },
})

const examples: readonly (readonly [string, RichText])[] = [
  ['Hello', [paragraph('Hello')]],
  ['one\n\n\ntwo\nthree', [paragraph('one'), paragraph('two\nthree')]],
  [
    '**bold** and *it*',
    [paragraph({ type: 'strong', children: ['bold'] }, ' and ', { type: 'emphasis', children: ['it'] })],
  ],
  ['_so_ snake_case_name', [paragraph({ type: 'emphasis', children: ['so'] }, ' snake_case_name')]],
  ['run `a * b * c`', [paragraph('run ', { type: 'code', text: 'a * b * c' })]],
  ['- a\n- b', [bullets('a', 'b')]],
  ['1. a\n2) b', [numbers(1, 'a', 'b')]],
  ['2026. It was good', [numbers(2026, 'It was good')]],
  ['```not a language\ncode\n```', [paragraph('```not a language\ncode\n```')]],
  ['- a\nno list', [paragraph('- a\nno list')]],
  [
    'see\n```js\nlet a = **1**\n```\ndone',
    [paragraph('see'), { type: 'code-block', text: 'let a = **1**' }, paragraph('done')],
  ],
  ['```\nnever closed', [{ type: 'code-block', text: 'never closed' }]],
  ['[Docs](https://acme.example/a)', [paragraph(link('https://acme.example/a', 'Docs'))]],
  ['[Mail](mailto:a@b.example)', [paragraph(link('mailto:a@b.example', 'Mail'))]],
  ['(https://acme.example/a).', [paragraph('(', link('https://acme.example/a'), ').')]],
  ['2 * 3 * 4', [paragraph('2 * 3 * 4')]],
  ['<b>no</b>', [paragraph('<b>no</b>')]],
  ['', []],
]

/** Every node of a tree, wherever it hangs. */
const nodesOf = (text: RichText): readonly RichNode[] =>
  text.flatMap((node) => {
    if (typeof node === 'string') return [node]
    if (node.type === 'list') return [node, ...node.items.flatMap((item) => nodesOf(item.children))]
    return 'children' in node ? [node, ...nodesOf(node.children)] : [node]
  })
const hrefsOf = (text: RichText): readonly string[] =>
  nodesOf(text).flatMap((node) => (typeof node !== 'string' && node.type === 'link' ? [node.href] : []))

/** Strings that are full of what might be markup. */
const pieces = fc.oneof(
  fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '```',
    '```js\n',
    '\n',
    '\n\n',
    '- ',
    '1. ',
    '[',
    '](',
    ')',
    '](https://a.example)',
  ),
  fc.constantFrom('https://b.example/x', 'javascript:alert(1)', '](javascript:alert(1))', 'mailto:c@d.example', ' '),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const texts = fc.array(pieces, { maxLength: 14 }).map((list) => list.join(''))

/** All that is shown or followed, in the order in which it was written. */
const wordsOf = (text: RichText): string =>
  text
    .map((node) => {
      if (typeof node === 'string') return node
      if (node.type === 'list') return node.items.map(({ children }) => wordsOf(children)).join('')
      if (node.type === 'link') return wordsOf(node.children) + node.href
      return 'children' in node ? wordsOf(node.children) : textOf([node])
    })
    .join('')
/** Letters and digits, without the marks of lists and the languages of code. */
const lettersOf = (text: string): readonly string[] =>
  text
    .replace(/```\w*$/gm, '')
    .replace(/^\s*\d{1,9}[.)]\s+/gm, '')
    .match(/[\p{L}\p{N}]/gu) ?? []

describe('parseMessageText', () => {
  it.each(examples)('reads %j', (text, expected) => expect(parseMessageText(text)).toEqual(expected))

  it.each(['[x](javascript:alert(1))', '[x](JaVaScRiPt:alert(1))', '[x](data:text/html,x)', 'javascript:alert(1)'])(
    'leaves %j as it was written',
    (text) => expect(parseMessageText(text)).toEqual([paragraph(text)]),
  )

  it('makes links of http, https and mailto only', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const href of hrefsOf(parseMessageText(text))) expect(href).toMatch(/^(https?:\/\/|mailto:)/)
      }),
      { examples: [['**[a](javascript:b)** https://c.example']] },
    )
  })

  it('loses no letter and no digit', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const shown = [...wordsOf(parseMessageText(text))]
        let at = -1
        const lost = lettersOf(text).filter((letter) => {
          const found = shown.indexOf(letter, at + 1)
          if (found >= 0) at = found
          return found < 0
        })
        expect(lost).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

it('reads a text full of marks as fast as any other', () => {
  // Where each mark looked to the end of the text, this took minutes.
  for (const mark of ['[', '![', '*', '**', '_', '`', '<', '(']) {
    const begin = performance.now()
    parseMessageText(mark.repeat(200_000))
    expect(performance.now() - begin, mark).toBeLessThan(5000)
  }
})
