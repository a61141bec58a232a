import type { FeatureContext } from '@docent/core'
import type { Action } from '@docent/protocol'

type Context = Pick<FeatureContext, 'navigate' | 'open' | 'services' | 'actions'>

/** What pressing the button does, or `undefined` when the feature or function it needs is not there: then there is no button. */
export function runnerOf(
  { navigate, open, services, actions }: Context,
  action: Action | undefined,
): (() => void) | undefined {
  switch (action?.kind) {
    case 'page':
      return () => navigate(action.url)
    case 'article':
      return services.get('suggestArticles') && (() => open('faq', action.id))
    case 'guide': {
      const start = services.get('startGuide')
      return start && (() => start(action.id))
    }
    case 'chat': {
      const start = services.get('startConversation')
      return start && (() => start(action))
    }
    case 'run':
      return actions?.[action.name]
    default:
      return undefined
  }
}
