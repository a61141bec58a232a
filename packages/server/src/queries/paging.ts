import { type Cursor, type Page, TransportError } from '@docent/protocol'
import { z } from 'zod'

const maxPageSize = 100

export const limit = z
  .number()
  .int()
  .min(1)
  .transform((value) => Math.min(value, maxPageSize))
export const older = z.string().max(300)

/** The last row of a page, by what the list is sorted by: the next page begins after it. */
export interface Keyset {
  readonly at: number
  readonly id: string
}

export const formatKeyset = ({ at, id }: Keyset): Cursor => `${at}.${id}`

export function parseKeyset(cursor: Cursor): Keyset {
  const match = /^(\d{1,16})\.([\w-]+)$/.exec(cursor)
  if (!match?.[1] || !match[2])
    throw new TransportError('invalid', 'input.older: is not a cursor that this server gave')
  return { at: Number(match[1]), id: match[2] }
}

/** A page out of one row more than was asked for, which tells whether there is an older one. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  size: number,
  items: readonly Item[],
  keyset: (row: Row) => Keyset,
): Page<Item> {
  const last = rows[size - 1]
  return rows.length > size && last !== undefined ? { items, older: formatKeyset(keyset(last)) } : { items }
}
