import type { Host } from '../host/create-host.ts'
import parts from '../parts/parts.css?inline'
import tokens from './tokens.css?inline'

/** The rest of the tokens, and the primitives: for whatever is drawn beyond the launcher. Idempotent. */
export function adoptTheme(host: Host): void {
  host.adopt(tokens)
  host.adopt(parts)
  // On a page that is zoomed by its own style (`body { zoom: .9 }`) an element is as large as it is told only where nothing around it is zoomed. What we draw
  // is measured in pixels of the window, so the root takes the zoom of where it is back.
  host.root.style.zoom = String(1 / (host.element.currentCSSZoom ?? 1))
}
