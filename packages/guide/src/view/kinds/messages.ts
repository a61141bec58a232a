/** Of hotspots and banners, of questions, and of the one more button that steps may have. */
export const kindMessages = {
  close: 'Got it',
  decline: 'Not now',
  show: 'Show me',
  read: 'Read more',
  ask: 'Ask about it',
} as const
