/** The id of a heading as GitHub makes it, so that links written there work here. Repeated headings get -1, -2. */
export function headingId(text: string, taken: Set<string>): string {
  const base =
    text
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-') || 'section'
  let id = base
  for (let count = 1; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  return id
}
