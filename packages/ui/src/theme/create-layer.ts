import type { Host } from '../host/create-host.ts'
import { keepKeysInside } from '../host/keep-keys-inside.ts'
import { adoptTheme } from './adopt-theme.ts'

/** Where tips and tours draw, above the panel. */
export function createLayer(host: Host): HTMLElement {
  adoptTheme(host)
  const layer = document.createElement('div')
  layer.className = 'layer'
  keepKeysInside(layer)
  host.root.append(layer)
  return layer
}
