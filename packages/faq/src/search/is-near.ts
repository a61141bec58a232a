/** The same but for one letter more, less or other, or two neighbours swapped; for words of at least four letters. */
export function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 4) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const rest = (word: string, skipped: number): string => word.slice(start + skipped)
  return (
    rest(a, 1) === rest(b, 1) ||
    rest(a, 1) === rest(b, 0) ||
    rest(a, 0) === rest(b, 1) ||
    b.slice(start, start + 2) + rest(a, 2) === (a[start + 1] ?? '') + a[start] + rest(b, 2)
  )
}
