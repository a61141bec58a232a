import { describe, expect, it } from 'vitest'
import { readImageSize } from './image-size.ts'

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))
const jpeg = (...segments: number[][]): Buffer => bytes([0xff, 0xd8], ...segments, [0, 0, 0, 0, 0, 0, 0, 0])
const frame = [0xff, 0xc0, 0, 17, 8, 0, 100, 0, 200, 3]
const exif = (orientation: number): number[] => [
  ...[0xff, 0xe1, 0, 34],
  ...Buffer.from('Exif\0\0II*\0', 'latin1'),
  ...[8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0],
]

describe('readImageSize', () => {
  const known: readonly (readonly [name: string, file: Buffer, size: string])[] = [
    ['PNG', bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 1, 0], [0, 0, 0, 64]), '256x64'],
    ['GIF', bytes('GIF89a', [44, 1, 200, 0]), '300x200'],
    ['JPEG', jpeg([0xff, 0xe0, 0, 4, 1, 2], frame), '200x100'],
    ['a JPEG that a camera turned', jpeg(exif(6), frame), '100x200'],
    ['a JPEG that stands upright', jpeg(exif(1), frame), '200x100'],
    ['WebP, lossy', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', new Array(10).fill(0), [0x90, 1, 0x2c, 1]), '400x300'],
    [
      'WebP, lossless',
      bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f], [0x8f, 0xc1, 0x4a, 0], new Array(8).fill(0)),
      '400x300',
    ],
    [
      'WebP, extended',
      bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', new Array(8).fill(0), [0x8f, 1, 0, 0x2b, 1, 0]),
      '400x300',
    ],
    ['SVG by its size', bytes('<?xml version="1.0"?>\n<!-- x --><svg width="24px" height="12"/>'), '24x12'],
    ['SVG by its viewBox', bytes('<svg viewBox="0 0 40 30">'), '40x30'],
    ['SVG by one side and its viewBox', bytes('<svg width="80" viewBox="0,0,40,30">'), '80x60'],
    ['SVG in percent', bytes('<svg width="100%" viewBox="0 0 40 30">'), '40x30'],
  ]
  for (const [name, file, size] of known)
    it(`reads ${name}`, () => {
      const found = readImageSize(file)
      expect(typeof found === 'object' ? `${found.widthPx}x${found.heightPx}` : found).toBe(size)
    })

  it('knows what it cannot read, and an SVG without a size', () => {
    expect(readImageSize(bytes('hello'))).toBe('unreadable')
    expect(readImageSize(Buffer.alloc(0))).toBe('unreadable')
    expect(readImageSize(bytes('\x89PNG\r\n\x1a\n'))).toBe('unreadable')
    expect(readImageSize(jpeg([0xff, 0xd9]))).toBe('unreadable')
    expect(readImageSize(bytes('<svg>'))).toBe('unsized')
  })
})
