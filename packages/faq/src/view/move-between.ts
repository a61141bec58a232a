/**
 * Arrow keys go from the search field through the list below it and back; a letter typed on the way goes into the field.
 */
export function moveBetween(event: KeyboardEvent, field: HTMLInputElement): void {
  const list = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('a.item')]
  const target = (event.target as Element).closest<HTMLElement>('a.item')
  const index = target ? list.indexOf(target) : -1
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (!target && event.target !== field) return
    const next = event.key === 'ArrowDown' ? list[index + 1] : (list[index - 1] ?? field)
    if (index < 0 && event.key === 'ArrowUp') return
    event.preventDefault()
    next?.focus()
    return
  }
  const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey
  if (target && isLetter) field.focus()
}
