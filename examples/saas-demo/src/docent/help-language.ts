/** The languages that Paperlane's help is written in; the app itself is in English. */
export const helpLanguages = { en: 'English', ru: 'Русский', zh: '中文' } as const
export type HelpLanguage = keyof typeof helpLanguages

const key = 'paperlane-help-language'

export const helpLanguage = (): HelpLanguage => {
  const kept = localStorage.getItem(key)
  return kept && Object.hasOwn(helpLanguages, kept) ? (kept as HelpLanguage) : 'en'
}

/** Docent takes its language once, at its start: the page loads anew. */
export function chooseHelpLanguage(language: string): void {
  localStorage.setItem(key, language)
  location.reload()
}
