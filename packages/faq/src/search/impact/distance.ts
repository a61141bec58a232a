/**
 * How many slips make `b` of `a`: a letter more, less or other, or two neighbours swapped; anything above `limit` where there are
 * more. With `isOpen` what `b` goes on with does not count.
 */
export function distance(a: string, b: string, limit: number, isOpen: boolean): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const other = a[row - 1] === b[column - 1] ? 0 : 1
      const swapped =
        other && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1] ? before[column - 2] : undefined
      next[column] = Math.min(
        (last[column - 1] ?? 0) + other,
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (swapped ?? limit) + 1,
      )
    }
    if (Math.min(...next) > limit) return limit + 1
    before = last
    last = next
  }
  return isOpen ? Math.min(...last) : (last[b.length] ?? 0)
}
