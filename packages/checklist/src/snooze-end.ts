/** The next midnight of this device, in ms since 1970: "for today" ends when the visitor's day does. */
export function snoozeEnd(now: number): number {
  const day = new Date(now)
  return day.setHours(24, 0, 0, 0)
}

/** The latest time there is, ms since 1970: for good. */
export const lastDay = 8.64e15
