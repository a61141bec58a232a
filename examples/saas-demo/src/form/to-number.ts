/** A number as people type it, `2,5` or `2.5`; `undefined` when it is none, so that the server says what it wants. */
export function toNumber(text: string): number | undefined {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || Number.isNaN(value) ? undefined : value
}
