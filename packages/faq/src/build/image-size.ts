/** Width and height of an image from the first bytes of its file, as a browser would lay it out. */
export interface ImageSize {
  readonly widthPx: number
  readonly heightPx: number
}

/** `unreadable`: not an image of a kind that every browser shows. `unsized`: an SVG that does not say how large it is. */
export function readImageSize(bytes: Buffer): ImageSize | 'unreadable' | 'unsized' {
  const size = png(bytes) ?? gif(bytes) ?? jpeg(bytes) ?? webp(bytes)
  if (size) return size.widthPx > 0 && size.heightPx > 0 ? size : 'unreadable'
  return svg(bytes)
}

const has = (bytes: Buffer, offset: number, text: string): boolean =>
  bytes.toString('latin1', offset, offset + text.length) === text

function png(bytes: Buffer): ImageSize | undefined {
  if (!has(bytes, 0, '\x89PNG\r\n') || bytes.length < 24) return undefined
  return { widthPx: bytes.readUInt32BE(16), heightPx: bytes.readUInt32BE(20) }
}

function gif(bytes: Buffer): ImageSize | undefined {
  if (!has(bytes, 0, 'GIF8') || bytes.length < 10) return undefined
  return { widthPx: bytes.readUInt16LE(6), heightPx: bytes.readUInt16LE(8) }
}

/** Walks the segments to the frame header. A camera's orientation of 5 to 8 means that it is shown turned by a quarter. */
function jpeg(bytes: Buffer): ImageSize | undefined {
  if (!has(bytes, 0, '\xff\xd8')) return undefined
  let turned = false
  for (let offset = 2; offset + 9 < bytes.length; ) {
    if (bytes[offset] !== 0xff) return undefined
    const marker = bytes[offset + 1] ?? 0
    const length = bytes.readUInt16BE(offset + 2)
    if (marker === 0xe1) turned ||= exifOrientation(bytes.subarray(offset + 4, offset + 2 + length)) >= 5
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      const heightPx = bytes.readUInt16BE(offset + 5)
      const widthPx = bytes.readUInt16BE(offset + 7)
      return turned ? { widthPx: heightPx, heightPx: widthPx } : { widthPx, heightPx }
    }
    offset += marker === 0xff ? 1 : 2 + length
  }
  return undefined
}

/** The orientation tag (0x0112) of an Exif segment; 1 when there is none. */
function exifOrientation(segment: Buffer): number {
  if (!has(segment, 0, 'Exif\0\0') || segment.length < 16) return 1
  const tiff = segment.subarray(6)
  const little = has(tiff, 0, 'II')
  const short = (offset: number): number => (little ? tiff.readUInt16LE(offset) : tiff.readUInt16BE(offset))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  const count = short(directory)
  for (let index = 0; index < count; index++) {
    const entry = directory + 2 + index * 12
    if (entry + 10 > tiff.length) return 1
    if (short(entry) === 0x0112) return short(entry + 8)
  }
  return 1
}

function webp(bytes: Buffer): ImageSize | undefined {
  if (!has(bytes, 0, 'RIFF') || !has(bytes, 8, 'WEBP') || bytes.length < 30) return undefined
  if (has(bytes, 12, 'VP8 '))
    return { widthPx: bytes.readUInt16LE(26) & 0x3fff, heightPx: bytes.readUInt16LE(28) & 0x3fff }
  if (has(bytes, 12, 'VP8X')) return { widthPx: bytes.readUIntLE(24, 3) + 1, heightPx: bytes.readUIntLE(27, 3) + 1 }
  if (!has(bytes, 12, 'VP8L')) return undefined
  const bits = bytes.readUInt32LE(21)
  return { widthPx: (bits & 0x3fff) + 1, heightPx: ((bits >> 14) & 0x3fff) + 1 }
}

function svg(bytes: Buffer): ImageSize | 'unreadable' | 'unsized' {
  const head = bytes.toString('utf8', 0, Math.min(bytes.length, 65536)).replace(/<!--[\s\S]*?-->/g, '')
  const tag = /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?<svg\b([^>]*)>/i.exec(head)?.[1]
  if (tag === undefined) return 'unreadable'
  const length = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(tag)?.[1] ?? 0)
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(tag)
  const boxWidth = Number(box?.[1] ?? 0)
  const boxHeight = Number(box?.[2] ?? 0)
  const ratio = boxHeight > 0 ? boxWidth / boxHeight : 0
  const widthPx = length('width') || (ratio ? length('height') * ratio : 0) || boxWidth
  const heightPx = length('height') || (ratio ? widthPx / ratio : 0)
  return widthPx > 0 && heightPx > 0 ? { widthPx: Math.round(widthPx), heightPx: Math.round(heightPx) } : 'unsized'
}
