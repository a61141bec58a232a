import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventParser } from './event-parser.ts'

function parse(...pieces: readonly string[]): string[] {
  const found: string[] = []
  const feed = createEventParser((data) => found.push(data))
  for (const piece of pieces) feed(piece)
  return found
}

describe('createEventParser', () => {
  it('hands over the data of each event', () => {
    expect(parse('data: one\n\ndata:two\n\n')).toEqual(['one', 'two'])
  })

  it('joins several data lines and keeps inner and further leading spaces', () => {
    expect(parse('data: {\ndata:   "a b"\ndata: }\n\n')).toEqual(['{\n  "a b"\n}'])
  })

  it('skips comments, other fields and events without data', () => {
    expect(parse(': open\n\nevent: x\nid: 7\nretry: 1\n\ndatabase: no\n\ndata: yes\nid: 8\n\n')).toEqual(['yes'])
  })

  it('takes an empty data line for an empty line of data', () => {
    expect(parse('data\ndata: x\n\n')).toEqual(['\nx'])
  })

  it('takes LF, CR and CRLF for the end of a line', () => {
    expect(parse('data: lf\n\n', 'data: crlf\r\n\r\n', 'data: cr\r\r', 'data: end\n\n')).toEqual([
      'lf',
      'crlf',
      'cr',
      'end',
    ])
  })

  it('does not take a CRLF that arrives in two pieces for two line ends', () => {
    expect(parse('data: a\r', '\ndata: b\r', '\n\r', '\n')).toEqual(['a\nb'])
  })

  it('keeps an event that has not ended to itself', () => {
    expect(parse('data: half\n')).toEqual([])
  })

  it('finds the same events however the text is cut', () => {
    const line = fc.constantFrom('data: a', 'data:b', 'data', ': comment', 'id: 1', '', '', 'data:  č')
    const end = fc.constantFrom('\n', '\r\n', '\r')
    const text = fc.array(fc.tuple(line, end)).map((lines) => `${lines.map((pair) => pair.join('')).join('')}\n\n.`)
    fc.assert(
      fc.property(text, fc.array(fc.nat(200)), (whole, cuts) => {
        const at = [...new Set([0, ...cuts.filter((cut) => cut < whole.length), whole.length])].sort((a, b) => a - b)
        const pieces = at.slice(1).map((to, index) => whole.slice(at[index], to))
        expect(parse(...pieces)).toEqual(parse(whole))
      }),
    )
  })
})
