/** The language that the page is in, else the browser's. */
export const documentLanguage = (): string => document.documentElement.lang || navigator.language
