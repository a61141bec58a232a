/**
 * Arrow keys go from the search field through the list below it and back; a letter typed on the way goes into the field. Enter in the
 * field opens the first result, where they are those of what is in it.
 */
export function moveBetween(event: KeyboardEvent, field: HTMLElement, isAnswered: boolean): void {
  const { key } = event
  const target = event.target as Element
  const list = event.currentTarget as Element
  const stops = [field, ...list.querySelectorAll<HTMLElement>('a.item')]
  const index = stops.indexOf(target.closest<HTMLElement>('a.item') ?? (target as HTMLElement))
  if (key === 'ArrowDown' || key === 'ArrowUp') {
    const next = key === 'ArrowDown' ? index + 1 : index - 1
    if (index < 0 || next < 0) return
    event.preventDefault()
    stops[next]?.focus()
  } else if (key === 'Enter' && !index && isAnswered && !event.isComposing)
    list.querySelector<HTMLElement>('a.on')?.click()
  else if (index > 0 && key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey)
    field.focus()
}
