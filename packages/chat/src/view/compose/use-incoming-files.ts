import { useEffect, useRef } from 'preact/hooks'

/** Files that are pasted into the field, or dropped anywhere on the view that it is in. */
export function useIncomingFiles(
  field: { readonly current: HTMLElement | null },
  isOpen: boolean,
  invitation: string,
  take: (files: readonly File[]) => void,
): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const view = field.current?.closest<HTMLElement>('.view')
    if (!view || !field.current || !isOpen) return
    const listening = new AbortController()
    const { signal } = listening
    const filesOf = (data: DataTransfer | null): readonly File[] => [...(data?.files ?? [])]
    const end = (): void => view.removeAttribute('data-drop')
    field.current.addEventListener(
      'paste',
      (event) => {
        const files = filesOf(event.clipboardData)
        if (files.length === 0) return
        // Else the field may take the name of the file as text as well.
        event.preventDefault()
        latest.current(files)
      },
      { signal },
    )
    view.addEventListener(
      'dragover',
      (event) => {
        if (!event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        view.setAttribute('data-drop', invitation)
      },
      { signal },
    )
    view.addEventListener(
      'dragleave',
      (event) => {
        if (!(event.relatedTarget instanceof Node && view.contains(event.relatedTarget))) end()
      },
      { signal },
    )
    view.addEventListener(
      'drop',
      (event) => {
        end()
        const files = filesOf(event.dataTransfer)
        if (files.length === 0) return
        event.preventDefault()
        latest.current(files)
      },
      { signal },
    )
    return () => {
      end()
      listening.abort()
    }
  }, [isOpen, invitation])
}
