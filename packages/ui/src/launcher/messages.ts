/** The strings of the launcher: on every page view, so apart from the rest. */
export const launcherMessages = { 'launcher.open': 'Open help', 'launcher.close': 'Close help' } as const

/** With {@link drawMarks}, once something waits. */
export const countMessages = {
  'launcher.unread': 'Open help, {count} unread',
} as const
