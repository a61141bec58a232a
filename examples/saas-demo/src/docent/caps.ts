/** Of all that comes by itself, two in a day are enough. */
export const caps = [{ group: 'all', atMost: 2, within: 'P1D' }] as const
