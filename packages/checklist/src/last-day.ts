/** The latest time there is, ms since 1970: for good. */
export const lastDay = 8.64e15
