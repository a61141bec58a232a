import type { Feature } from '@docent/core'
import type { DeveloperContent } from './content.ts'

export type { DeveloperContent } from './content.ts'

/**
 * A panel for the team: everything there is to show with its state and why it is or is not shown, and a picker that says how to name an element. Opens on
 * pages with `?docent=debug` in the address, and only where the app was given this feature: leave it out, or behind a condition of yours, where visitors must not see it.
 * @param content What `guide()` and `checklist()` were given
 * @example features: [guide(onboarding.guide), checklist(onboarding.checklist), ...(isStaff ? [developer(onboarding)] : [])]
 */
export const developer = (content: DeveloperContent = {}): Feature<'developer'> => ({
  name: 'developer',
  setup(context) {
    const { page, report } = context
    const isAsked = new URL(page.url.peek()).searchParams.get('docent') === 'debug'
    if (isAsked)
      import('./open-developer.ts').then(({ openDeveloper }) => openDeveloper(context, content)).catch(report)
    return { api: {} }
  },
})
