/** Whether the panel around an element is as wide as the page, as on a phone. */
export function fillsScreen(element: HTMLElement): boolean {
  const list = element.closest('.body')
  return !list || list.getBoundingClientRect().width >= element.ownerDocument.documentElement.clientWidth - 1
}
