import type { RichNode, RichText } from '@docent/protocol'
import { render } from 'preact'
import { expect, it, vi } from 'vitest'
import { RichTextView, textOf } from './RichTextView.tsx'

const draw = (text: RichText, onOpen: (feature: string, route: string) => void = () => {}, base = ''): HTMLElement => {
  const container = document.createElement('div')
  render(<RichTextView text={text} onOpen={onOpen} {...(base && { base })} />, container)
  return container
}

const nodes: readonly (readonly [RichNode, string])[] = [
  ['plain & <b>', 'plain &amp; &lt;b&gt;'],
  [{ type: 'strong', children: ['x'] }, '<strong>x</strong>'],
  [{ type: 'emphasis', children: ['x'] }, '<em>x</em>'],
  [{ type: 'strike', children: ['x'] }, '<s>x</s>'],
  [{ type: 'quote', children: ['x'] }, '<blockquote>x</blockquote>'],
  [{ type: 'paragraph', children: ['x', { type: 'break' }] }, '<p>x<br></p>'],
  [{ type: 'heading', level: 3, id: 'how', children: ['x'] }, '<h3 id="how" tabindex="-1">x</h3>'],
  [{ type: 'code', text: '<x>' }, '<code>&lt;x&gt;</code>'],
  [{ type: 'code-block', text: 'x' }, '<pre tabindex="0"><code>x</code></pre>'],
  [{ type: 'rule' }, '<hr>'],
  [
    { type: 'list', ordered: false, items: [{ children: ['a'] }, { checked: true, children: ['b'] }] },
    '<ul class="bullets"><li>a</li><li>☑ b</li></ul>',
  ],
  [
    { type: 'list', ordered: true, start: 3, items: [{ checked: false, children: ['a'] }] },
    '<ol class="steps" start="3"><li>☐ a</li></ol>',
  ],
]

it.each(nodes)('draws %j', (node, expected) => expect(draw([node]).innerHTML).toBe(expected))

it('draws tables with heads, cells and their alignment', () => {
  const table = draw([{ type: 'table', align: ['end', null], head: [['A'], ['B']], rows: [[['1'], ['2']]] }])
  expect([...table.querySelectorAll('th,td')].map(({ textContent }) => textContent)).toEqual(['A', 'B', '1', '2'])
  expect([...table.querySelectorAll('td')].map(({ style }) => style.textAlign)).toEqual(['end', 'start'])
  expect(table.querySelector('[role=region]')?.getAttribute('aria-label')).toBe('A, B')
})

it('draws images relative to their base, and none without an address', () => {
  const image = { type: 'image', src: 'a.png', alt: 'A', caption: 'Cap', widthPx: 4, heightPx: 3 } as const
  const drawn = draw([image], undefined, 'https://help.example/en/')
  expect(drawn.querySelector('img')?.src).toBe('https://help.example/en/a.png')
  expect(drawn.querySelector('figcaption')?.textContent).toBe('Cap')
  expect(draw([{ ...image, src: 'https://' }]).innerHTML).toBe('')
})

it('draws callouts as notes', () => {
  const callout = draw([{ type: 'callout', tone: 'warning', children: ['x'] }]).querySelector('[role=note]')
  expect([callout?.className, callout?.textContent]).toEqual(['callout warning', 'x'])
})

it('opens links to elsewhere in a new tab that knows nothing of this one', () => {
  const link = draw([{ type: 'link', href: 'https://a.example/', children: ['x'] }]).querySelector('a')
  expect([link?.href, link?.target, link?.rel]).toEqual(['https://a.example/', '_blank', 'noopener noreferrer'])
})

it.each(['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', '/relative'])(
  'draws a link to %j as its text',
  (href) =>
    expect(draw([{ type: 'link', href, children: [{ type: 'strong', children: ['x'] }] }]).innerHTML).toBe(
      '<strong>x</strong>',
    ),
)

it('opens what is in the widget there, not in the page', () => {
  const onOpen = vi.fn()
  const link = draw([{ type: 'open', feature: 'faq', route: 'change-vat', children: ['x'] }], onOpen).querySelector('a')
  const click = new MouseEvent('click', { bubbles: true, cancelable: true })
  link?.dispatchEvent(click)
  expect(onOpen).toHaveBeenCalledWith('faq', 'change-vat')
  expect(click.defaultPrevented).toBe(true)
})

it('draws the children of nodes that it does not know', () => {
  const sparkle = { type: 'sparkle', children: ['a ', { type: 'strong', children: ['b'] }] } as unknown as RichNode
  expect(draw([sparkle, { type: 'void' } as unknown as RichNode]).innerHTML).toBe('a <strong>b</strong>')
})

it('takes the words out of a text', () => {
  expect(textOf(['a ', { type: 'strong', children: ['b', { type: 'code', text: 'c' }] }, { type: 'rule' }])).toBe(
    'a bc',
  )
})

it('draws what stands around nodes that are none', () => {
  const broken = [
    ...[
      null,
      1,
      {},
      { type: 'constructor' },
      { type: '__proto__' },
      { type: 'paragraph' },
      { type: 'list', items: [null] },
    ],
    ...[
      { type: 'table', head: {}, rows: 1 },
      { type: 'image', src: {} },
      { type: 'link', href: 1, children: ['x'] },
    ],
    { type: 'heading', level: '><script>', children: ['Head'] },
  ] as unknown as RichNode[]
  const container = draw(['Before ', ...broken, ' after'])
  expect(container.textContent).toBe('Before xHead after')
  expect(container.querySelectorAll('h2')).toHaveLength(1)
})

it('draws the children of a node that is called what every object has', () => {
  const node = { type: 'constructor', children: ['inside'] } as unknown as RichNode
  expect(draw(['Before ', node, ' after']).textContent).toBe('Before inside after')
})
