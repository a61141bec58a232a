type Child = Node | string | false | undefined
type Listeners = {
  readonly [Type in keyof HTMLElementEventMap as `on${Type}`]?: (event: HTMLElementEventMap[Type]) => void
}
type Attributes = Readonly<Record<`aria-${string}`, string>> & {
  readonly class?: string
  readonly id?: string
  readonly maxlength?: string
  readonly name?: string
  readonly placeholder?: string
  readonly rows?: string
  readonly role?: string
  readonly tabindex?: string
  readonly type?: string
  readonly value?: string
}

/**
 * An element with its attributes, listeners and children; what is `false` or empty among the children is left out. Never from markup, and
 * without a `style` attribute: a strict Content-Security-Policy and Trusted Types allow all of it.
 * @example element(page, 'button', { type: 'button', class: 'link', onclick: close }, 'Close')
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  page: Document,
  tag: Tag,
  properties: Attributes & Listeners = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = page.createElement(tag)
  for (const [name, value] of Object.entries(properties))
    if (typeof value === 'string') made.setAttribute(name, value)
    else made.addEventListener(name.slice(2), value as EventListener)
  for (const child of children) if (child) made.append(child)
  return made
}
