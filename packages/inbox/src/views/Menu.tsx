import { Icon, iconCheck } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface MenuProps {
  /** What the menu is called. */
  readonly label: string
  /** What the button is called, when its content does not say. */
  readonly buttonLabel?: string
  readonly buttonClass: string
  readonly button: ComponentChildren
  /** Opens above its button, for one at the foot of the page. */
  readonly above?: boolean
  readonly children: ComponentChildren
}

/** A button with a menu: arrows move, Escape and a click elsewhere close. */
export const Menu = ({ label, buttonLabel, buttonClass, button, above, children }: MenuProps) => {
  const open = useSignal(false)
  const box = useRef<HTMLDivElement | null>(null)
  const items = (): HTMLElement[] => [...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])]
  const close = (): void => {
    open.value = false
    box.current?.querySelector('button')?.focus()
  }
  useEffect(() => {
    if (!open.value) return
    const first = items().find((item) => item.ariaChecked === 'true') ?? items()[0]
    first?.focus()
    const leave = ({ target }: Event): void => {
      if (target instanceof Node && !box.current?.contains(target)) open.value = false
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [open.value])
  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }
    const to = targets[event.key]
    if (event.key === 'Tab') open.value = false
    else if (event.key === 'Escape') close()
    else if (to !== undefined) all.at(to % all.length)?.focus()
    if (to !== undefined || event.key === 'Escape') event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={box} class="menu-box">
      <button
        type="button"
        class={buttonClass}
        aria-haspopup="menu"
        aria-expanded={open.value}
        {...(buttonLabel && { 'aria-label': buttonLabel })}
        onClick={() => void (open.value = !open.value)}
      >
        {button}
      </button>
      {open.value && (
        <div
          class={`menu${above ? ' above' : ''}`}
          role="menu"
          aria-label={label}
          onKeyDown={onKeyDown}
          onClick={close}
        >
          {children}
        </div>
      )}
    </div>
  )
}

interface MenuItemProps {
  readonly children: ComponentChildren
  /** Present: one of several, of which one is chosen. */
  readonly checked?: boolean
  readonly icon?: string
  onChoose(): void
}

export const MenuItem = ({ children, checked, icon, onChoose }: MenuItemProps) => (
  <button
    type="button"
    class="item"
    tabIndex={-1}
    role={checked === undefined ? 'menuitem' : 'menuitemradio'}
    {...(checked !== undefined && { 'aria-checked': checked })}
    onClick={onChoose}
  >
    {icon && <Icon path={icon} small />}
    <span class="grow one">{children}</span>
    {checked && <Icon path={iconCheck} small />}
  </button>
)
