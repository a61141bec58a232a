import { isUtf8 } from 'node:buffer'
import type { Problems } from './problem.ts'

/** The bytes of a file as text, without a byte order mark; `undefined` and an error when they are not UTF-8. */
export function decodeText(bytes: Buffer, file: string, problems: Problems): string | undefined {
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '')
  problems.error({ file, ...firstBadByte(bytes) }, 'The file is not UTF-8 text', 'Save it with the encoding UTF-8')
  return undefined
}

/** A line feed is never part of another character in UTF-8, so the first line that is not valid holds the fault. */
function firstBadByte(bytes: Buffer): { line: number; column: number } {
  let line = 1
  for (let start = 0; start <= bytes.length; line++) {
    const next = bytes.indexOf(0x0a, start)
    const end = next < 0 ? bytes.length : next
    const content = bytes.subarray(start, end)
    if (!isUtf8(content)) return { line, column: content.toString('utf8').indexOf('\uFFFD') + 1 }
    start = end + 1
  }
  return { line: 1, column: 1 }
}
