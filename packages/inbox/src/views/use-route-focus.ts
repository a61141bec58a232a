import { useEffect, useRef } from 'preact/hooks'
import type { ViewContext } from './view-context.ts'

type Root = { readonly current: HTMLElement | null }

/** When the screen changes and takes the focused control with it, the focus goes to what took its place. */
export function useRouteFocus({ router }: ViewContext, root: Root): void {
  const { conversationId, visitor } = router.route.value
  const before = useRef(conversationId)
  useEffect(() => {
    const left = before.current
    before.current = conversationId
    const active = document.activeElement
    if (active && active !== document.body && active.checkVisibility()) return
    const find = (selector: string): HTMLElement | undefined =>
      [...(root.current?.querySelectorAll<HTMLElement>(selector) ?? [])].find((each) => each.checkVisibility())
    const row =
      conversationId === undefined && left !== undefined ? find(`.convo[href$="/c/${CSS.escape(left)}"]`) : undefined
    const heading = find(visitor ? '.context [data-focus]' : '.thread-pane [data-focus], .list-pane [data-focus]')
    ;(row ?? heading)?.focus()
  }, [conversationId, visitor])
}
