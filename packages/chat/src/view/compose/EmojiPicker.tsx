import { useEffect, useRef } from 'preact/hooks'
import { emoji } from './emoji.ts'

interface EmojiPickerProps {
  readonly label: string
  insert(chosen: string): void
  close(): void
}

/** One tab stop; arrows move within it, Escape goes back to the field. Screen readers know the names of emoji themselves. */
export const EmojiPicker = ({ label, insert, close }: EmojiPickerProps) => {
  const box = useRef<HTMLDivElement | null>(null)
  const buttons = (): readonly HTMLElement[] => [...(box.current?.querySelectorAll('button') ?? [])]
  const focus = (element: HTMLElement | undefined): void => {
    if (!element) return
    for (const button of buttons()) button.tabIndex = button === element ? 0 : -1
    element.focus()
  }
  useEffect(() => focus(buttons()[0]), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // The panel would close as well.
      event.stopPropagation()
      close()
    }
    const all = buttons()
    const at = all.indexOf(event.target as HTMLElement)
    const columns = all.filter(({ offsetTop }) => offsetTop === all[0]?.offsetTop).length
    const forward = box.current && getComputedStyle(box.current).direction === 'rtl' ? -1 : 1
    const to: Readonly<Record<string, number>> = {
      ...{ ArrowRight: at + forward, ArrowLeft: at - forward, ArrowDown: at + columns, ArrowUp: at - columns },
      ...{ Home: 0, End: all.length - 1 },
    }
    const next = to[event.key]
    if (next === undefined) return
    event.preventDefault()
    focus(all[next])
  }
  return (
    <div ref={box} class="emoji" role="toolbar" aria-label={label} onKeyDown={onKeyDown}>
      {emoji.map((each) => (
        <button key={each} type="button" tabIndex={-1} onClick={() => insert(each)}>
          {each}
        </button>
      ))}
    </div>
  )
}
