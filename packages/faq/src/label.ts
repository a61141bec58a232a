/** The one string of the card on the home screen, which comes without the rest. */
export const searchLabel = { 'help.search': 'Search help' } as const
