import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { Scope } from '../scope.ts'

const editable =
  'input:not([type=button],[type=checkbox],[type=radio],[type=submit],[type=range]),textarea,select,[contenteditable=true],[contenteditable=""]'

/** `true` while a text field of the host page has the focus. Our own fields do not count: their host element has it then. */
export function createTypingSignal(scope: Scope): ReadonlySignal<boolean> {
  const isTyping = (target: EventTarget | null): boolean => target instanceof Element && target.matches(editable)
  const typing = signal(isTyping(document.activeElement))
  const follow = (type: string, read: (event: FocusEvent) => EventTarget | null): void =>
    document.addEventListener(type, (event) => void (typing.value = isTyping(read(event as FocusEvent))), {
      signal: scope.signal,
      capture: true,
    })
  follow('focusin', ({ target }) => target)
  follow('focusout', ({ relatedTarget }) => relatedTarget)
  return typing
}
