import { useEffect } from 'preact/hooks'
import type { ViewContext } from './view-context.ts'

type Root = { readonly current: HTMLElement | null }

const editable = 'input, textarea, select, [contenteditable]'

/** The keys that work anywhere in the inbox; `ShortcutsDialog` lists them. */
export function useKeys(view: ViewContext, root: Root): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || event.metaKey || event.ctrlKey || event.altKey) return
      if (view.screen.dialog.peek() !== undefined) return
      const inField = event.target instanceof Element && event.target.matches(editable)
      if (inField && event.key !== 'Escape') return
      if (handle(view, root.current, event.key, event.target)) event.preventDefault()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [view.model])
}

function handle(view: ViewContext, root: HTMLElement | null, key: string, target: EventTarget | null): boolean {
  const inList = target instanceof Element && target.closest('.convo') !== null
  switch (key) {
    case 'j':
    case 'k':
      return moveInList(root, key === 'j' ? 1 : -1)
    case 'ArrowDown':
    case 'ArrowUp':
      return inList && moveInList(root, key === 'ArrowDown' ? 1 : -1)
    case 'r':
    case 'n':
      return focus(root, `[data-mode=${key === 'r' ? 'reply' : 'note'}]`, true)
    case '/':
      return focus(root, '.list-pane input')
    case '?':
      view.screen.dialog.value = 'shortcuts'
      return true
    case 'Escape':
      return goBack(view, root, target)
    default:
      return false
  }
}

/** From where the focus is, else from the conversation that is open. */
function moveInList(root: HTMLElement | null, by: 1 | -1): boolean {
  const rows = [...(root?.querySelectorAll<HTMLElement>('.convo') ?? [])]
  const focused = rows.indexOf(document.activeElement as HTMLElement)
  const at = focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === 'page')
  const row = at < 0 ? rows[0] : rows[Math.min(Math.max(at + by, 0), rows.length - 1)]
  row?.focus()
  row?.scrollIntoView({ block: 'nearest' })
  return row !== undefined
}

function focus(root: HTMLElement | null, selector: string, click = false): boolean {
  const element = root?.querySelector<HTMLElement>(selector)
  if (click) element?.click()
  else element?.focus()
  return element !== null && element !== undefined
}

/** One step out: of the side bar, of a field, of the visitor's details, of the conversation. */
function goBack({ screen, router }: ViewContext, root: HTMLElement | null, target: EventTarget | null): boolean {
  const { list, conversationId, visitor } = router.route.peek()
  if (screen.sideOpen.peek()) screen.sideOpen.value = false
  else if (target instanceof HTMLInputElement && target.value !== '') screen.filter.value = ''
  else if (target instanceof HTMLElement && target.matches(editable)) {
    target.blur()
    root?.querySelector<HTMLElement>('.convo[aria-current]')?.focus()
  } else if (visitor && conversationId !== undefined) router.go({ list, conversationId })
  else if (conversationId !== undefined) router.go({ list })
  else return false
  return true
}
