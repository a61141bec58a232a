/** Shortcuts of the host must not fire while someone types to us. */
export function keepKeysInside(element: HTMLElement): void {
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    element.addEventListener(type, (event) => event.stopPropagation())
}
