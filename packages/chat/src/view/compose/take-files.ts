import type { Capabilities } from '@docent/protocol'
import type { DraftFile } from '../../drafts.ts'
import type { composeMessages } from './compose-messages.ts'

export type FileLimits = Exclude<Capabilities['files'], false>

/** All files of one visitor that wait in this browser, in bytes. */
export const maxWaitingBytes = 25 * 1024 * 1024

export interface FileProblem {
  readonly key: keyof typeof composeMessages
  readonly name: string
  readonly bytes: number
  readonly limit: number
}

/**
 * Which of the files can go along with those that are chosen already, and why the first of the others cannot: told before anything is
 * sent.
 * @param waitingBytes Of files in messages that have not gone out yet.
 */
export function takeFiles(
  files: Iterable<File>,
  chosen: readonly DraftFile[],
  waitingBytes: number,
  { maxBytes, accept, perMessage }: FileLimits,
): { readonly taken: readonly DraftFile[]; readonly problem?: FileProblem } {
  const taken: DraftFile[] = []
  const problems: FileProblem[] = []
  let waiting = waitingBytes + chosen.reduce((sum, { file }) => sum + file.size, 0)
  // A text goes with them.
  const count = perMessage - 1
  for (const file of files) {
    const { name, size: bytes } = file
    const problem = (key: FileProblem['key'], limit: number) => void problems.push({ key, name, bytes, limit })
    if (bytes === 0) problem('compose.empty', 0)
    else if (!isAccepted(file, accept)) problem('compose.kind', 0)
    else if (bytes > maxBytes) problem('compose.too-large', maxBytes)
    else if (chosen.length + taken.length >= count) problem('compose.too-many', count)
    else if (waiting + bytes > maxWaitingBytes) problem('compose.too-much', maxWaitingBytes)
    else {
      waiting += bytes
      const part = { type: 'file', file: { id: '', url: '' }, name, mime: file.type, bytes } as const
      taken.push({ file, part })
    }
  }
  return { taken, ...(problems[0] && { problem: problems[0] }) }
}

/** As the `accept` of a file field: kinds with or without a star, or endings of names. */
const isAccepted = ({ type, name }: File, accept: readonly string[]): boolean =>
  accept.some((kind) =>
    kind.startsWith('.')
      ? name.toLowerCase().endsWith(kind.toLowerCase())
      : kind === '*/*' || kind === type || (kind.endsWith('/*') && type.startsWith(kind.slice(0, -1))),
  )
