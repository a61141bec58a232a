import { checklistFeature } from '@docent/checklist/feature'
import type { Feature } from '@docent/core'
import { newsFeature } from '@docent/news/feature'
import type { ScriptOptions } from './boot.ts'

type Words = NonNullable<ScriptOptions['translations']>

/** Languages that we bring, each a chunk of its own. */
const languages: Readonly<Record<string, () => Promise<Words>>> = {
  ru: async () => (await import('./locales/ru.ts')).ru,
  zh: async () => (await import('./locales/zh.ts')).zh,
}

/** The words of the page's locale, those of the host before them; English where we have none or they cannot be had. */
async function wordsOf({ locale = '', translations }: ScriptOptions): Promise<Words> {
  const [language = ''] = locale.toLowerCase().split('-')
  return { ...(await languages[language]?.().catch(console.error)), ...translations }
}

/**
 * The features that a page has only when it asks for them: a chunk of their own, and one more for the team's own panel. The words of another
 * language are added to the options.
 */
export async function askedFeatures(options: ScriptOptions): Promise<readonly Feature[]> {
  const { checklist, developer, guide, news } = options
  Object.assign(options, { translations: await wordsOf(options) })
  const panel = developer ? await import('@docent/guide/developer').catch(console.error) : undefined
  const content = { ...(guide && { guide }), ...(checklist && { checklist }) }
  return [checklist && checklistFeature(checklist), news && newsFeature(news), panel?.developer(content)].filter(
    (feature) => !!feature,
  )
}
