import type { Cursor, Page } from '@docent/protocol'

/** A part of a list that is all here; `older` is the id of the last item shown. */
export function pageOf<T extends { readonly id: string }>(list: readonly T[], limit: number, older?: Cursor): Page<T> {
  const start = older === undefined ? 0 : list.findIndex(({ id }) => id === older) + 1
  const items = list.slice(start, start + limit)
  const last = items.at(-1)
  return last && start + limit < list.length ? { items, older: last.id } : { items }
}
