import type { Id } from '@docent/protocol'
import type { Content } from '../content/content.ts'
import type { Subscribers } from './subscribers.ts'

/** Tells the visitors who are connected when `docent build` has written a new help centre. */
export function createContentNews(
  subscribers: Pick<Subscribers, 'tell'>,
  contentOf: (appId: Id) => Content | undefined,
) {
  const known = new Map<Id, string | undefined>()
  return async (appId: Id): Promise<void> => {
    const version = (await contentOf(appId)?.articles())?.version
    const isNews = known.has(appId) && version !== undefined && known.get(appId) !== version
    known.set(appId, version)
    if (isNews) subscribers.tell(appId, 'visitors', { type: 'content-changed', kind: 'articles', version })
  }
}
