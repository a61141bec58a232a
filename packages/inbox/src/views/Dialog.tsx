import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'

interface DialogProps {
  readonly title: string
  /** It is closed: by Escape, or by `close()`. The focus is back where it was. */
  onClose(): void
  readonly children: (close: () => void) => ComponentChildren
}

/** A question or a form above everything else. The browser keeps the focus inside and gives it back. */
export const Dialog = ({ title, onClose, children }: DialogProps) => {
  const element = useRef<HTMLDialogElement | null>(null)
  const titleId = useId()
  useEffect(() => element.current?.showModal(), [])
  return (
    // The shortcuts of what lies below are not for whoever types here.
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={titleId}>{title}</h2>
      {children(() => element.current?.close())}
    </dialog>
  )
}
