import { describe, expect, it } from 'vitest'
import { childOf, xml, xmlText } from './element.ts'
import { parseXml } from './parse-xml.ts'

describe('parseXml', () => {
  it('reads elements, attributes in either quotes, and text', () => {
    const element = parseXml(`<message from="a@b/c" to='d'><body>one</body> <x xmlns='y'/></message>`)
    expect(element.attributes).toEqual({ from: 'a@b/c', to: 'd' })
    expect(childOf(element, 'body')?.text).toBe('one')
    expect(childOf(element, 'x', 'y')?.children).toEqual([])
    expect(childOf(element, 'x', 'z')).toBeUndefined()
  })

  it('reads the entities that XML has', () => {
    expect(parseXml('<a>&lt;&gt;&amp;&quot;&apos;&#65;&#x1F600;</a>').text).toBe('<>&"\'A😀')
  })

  it.each([`<script>alert('x')</script> & "quotes" ]]> 😀 ž`, '\n\ttabs and lines\r', '&amp;lt;'])(
    'gives back what was written: %j',
    (text) => {
      const element = parseXml(xml('body', { to: text }, xmlText(text)))
      expect(element.text).toBe(text)
      expect(element.attributes.to).toBe(text)
    },
  )

  it('replaces what XML has no way to say, because it would end the stream', () => {
    expect(xmlText('a\u0000b\u001fc\ud800d\udfffe\uffff')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\ufffd')
  })

  it.each([
    '',
    'text',
    '<a>',
    '</a>',
    '<a></b>',
    '<a/><b/>',
    '<a b="1" b="2"/>',
    '<a b=1/>',
    '<!-- comment --><a/>',
    '<?xml version="1.0"?><a/>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<a>&nbsp;</a>',
    '<a>&#x110000;</a>',
    '<a>& </a>',
    '<a><![CDATA[x]]></a>',
    '<'.repeat(1000),
    `${'<a>'.repeat(100)}${'</a>'.repeat(100)}`,
  ])('refuses what is not one whole element: %j', (text) => {
    expect(() => parseXml(text)).toThrow(/The server sent a frame/)
  })

  it('takes attributes with names of object members for what they are', () => {
    expect(parseXml('<a __proto__="x" constructor="y"/>').attributes).toMatchObject({ constructor: 'y' })
    expect(({} as Record<string, unknown>).x).toBeUndefined()
  })

  it('reads long input in linear time', () => {
    const text = 'x'.repeat(1_000_000)
    expect(parseXml(`<a>${text}</a>`).text).toHaveLength(1_000_000)
    expect(() => parseXml(`<a ${' '.repeat(100_000)}`)).toThrow()
  })
})
