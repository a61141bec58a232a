/** How the widget's element stands on the page, for `diagnose()`. */
export interface Standing {
  readonly connected: boolean
  readonly launcherVisible: boolean
  /** A description of the foreign element that lies over the launcher. */
  readonly coveredBy?: string
}

export function inspect(host: HTMLElement): Standing {
  const launcher = host.shadowRoot?.querySelector('.launcher')
  const box = launcher?.getBoundingClientRect()
  const launcherVisible = !!launcher && !!box && box.width > 0 && getComputedStyle(launcher).visibility !== 'hidden'
  if (!launcherVisible) return { connected: host.isConnected, launcherVisible }
  const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
  if (!over || over === host) return { connected: true, launcherVisible }
  const name = over.id ? `#${over.id}` : over.tagName.toLowerCase()
  return { connected: true, launcherVisible, coveredBy: name }
}
