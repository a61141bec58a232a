/** The icons that stand on every page view, apart from the rest so that they alone are loaded. */
export const iconChat = 'M4.5 4h11a2 2 0 0 1 2 2v6.25a2 2 0 0 1-2 2H10l-4 3v-3H4.5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z'
export const iconDown = 'M4.5 7.5 10 13l5.5-5.5'
