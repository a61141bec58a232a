import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { DeviceKind } from '../rules/rule.ts'
import type { Scope } from '../scope.ts'

export interface Device {
  readonly is: DeviceKind
  readonly widthPx: number
}

/** The shorter side of a tablet is at least this long, CSS px. */
const tabletSidePx = 600

/** What the visitor holds in their hands, and how wide the window is now. */
export function createDeviceSignal(scope: Scope): ReadonlySignal<Device> {
  const coarse = matchMedia('(pointer: coarse)')
  const read = (): Device => {
    const isLarge = Math.min(screen.width, screen.height) >= tabletSidePx
    return { is: coarse.matches ? (isLarge ? 'tablet' : 'phone') : 'desktop', widthPx: innerWidth }
  }
  const device = signal(read())
  const follow = (): void => void (device.value = read())
  addEventListener('resize', follow, { signal: scope.signal })
  coarse.addEventListener('change', follow, { signal: scope.signal })
  return device
}
