import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { problemOf } from '../api/request.ts'

interface ConfirmDialogProps {
  readonly title: string
  readonly children: ComponentChildren
  /** A verb and its object: “Delete invoice”. */
  readonly confirm: string
  /** `danger` (default) for what destroys something. */
  readonly tone?: 'danger' | 'primary'
  readonly onConfirm: () => Promise<void>
  readonly onClose: () => void
}

/** Asks before something that cannot be taken back. Escape and the first button leave everything as it is. */
export function ConfirmDialog({ title, children, confirm, tone = 'danger', onConfirm, onClose }: ConfirmDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const failure = useSignal<string | undefined>(undefined)
  useEffect(() => dialog.current?.showModal(), [])
  const run = async () => {
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      failure.value = problemOf(error).message
    }
  }
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby="confirm-title" onClose={onClose}>
      <h2 id="confirm-title">{title}</h2>
      <div class="quiet">{children}</div>
      {failure.value && (
        <p class="notice bad" role="alert">
          {failure.value}
        </p>
      )}
      <div class="actions end">
        <button class="button" type="button" onClick={onClose}>
          {tone === 'danger' ? 'Keep' : 'Cancel'}
        </button>
        <button class={`button ${tone}`} type="button" onClick={run} data-testid="confirm">
          {confirm}
        </button>
      </div>
    </dialog>
  )
}
