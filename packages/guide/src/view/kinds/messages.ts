/** Of hotspots and banners, and of the one more button that steps may have. */
export const kindMessages = { close: 'Got it', show: 'Show me', read: 'Read more', ask: 'Ask about it' } as const
