import type { ConversationContext, VisitorVocabulary } from '@docent/protocol'
import type { FeatureContext } from '../feature.ts'
import type { Link } from './engine-types.ts'

/** How often the backend is told at most, in ms. */
const intervalMs = 1000

/**
 * Tells the backend who the visitor is and where they are, while the link is open anyway: name, traits, page, last article,
 * last search. Never stored, never queued: the next connection tells it anew.
 */
export function tellProfile(context: FeatureContext, link: Link<VisitorVocabulary>): void {
  const { scope, visitor, page, services, clock, locale } = context
  let told = ''
  let telling = false
  const profile = () => {
    const { name, email, traits } = visitor.value
    const lastArticle = services.get('lastArticle')?.()
    const [lastSearch] = services.get('lastSearches')?.() ?? []
    const stage = services.get('stage')?.()
    const where: ConversationContext = {
      ...{ url: page.url.value, title: page.title(), locale: locale.value },
      ...(lastArticle && { lastArticle }),
      ...(lastSearch && { lastSearch }),
      ...(stage && { stage }),
    }
    return { ...(name && { name }), ...(email && { email }), traits, context: where }
  }
  async function tell(): Promise<void> {
    if (telling) return
    telling = true
    while (link.status.peek() === 'online') {
      const next = profile()
      const said = JSON.stringify(next)
      if (said === told) break
      try {
        await link.tell('visitor-update', next)
        told = said
      } catch {
        break
      }
      await clock.wait(intervalMs, scope.signal)
    }
    telling = false
  }
  scope.effect(() => {
    if (link.status.value !== 'online') {
      told = ''
      return
    }
    profile()
    queueMicrotask(() => void tell())
  })
  context.onTrack(() => queueMicrotask(() => void tell()))
}
