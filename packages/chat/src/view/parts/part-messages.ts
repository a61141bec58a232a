/** The words of what messages have beside sentences; loaded with it. */
export const partMessages = {
  'part.sources': 'Sources',
  'part.submit': 'Send',
  'part.missing': 'Fill in “{label}”.',
  'part.email': 'Write an e-mail address for “{label}”.',
  'part.zoom': 'Enlarge: {name}',
  'part.close-picture': 'Close picture',
  'part.sending': 'Sending, {percent} %',
  'part.cancel': 'Cancel',
  'part.choose': 'Choose',
  'part.stars': { one: '{count} star', other: '{count} stars' },
} as const
