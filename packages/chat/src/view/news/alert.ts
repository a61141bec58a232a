import { type FeatureContext, readOne } from '@docent/core'
import type { ReadonlySignal } from '@preact/signals-core'
import type { ChatOptions } from '../../options.ts'
import { countInTitle } from './count-in-title.ts'
import type { News } from './news.ts'
import { playChime } from './play-chime.ts'
import { showNotification } from './show-notification.ts'

/** The last answer that was told aloud, by any tab. */
const toldKey = 'chat/told'

/** What the options ask for beyond the preview. Sound and notification come in one tab, and once for each answer. */
export function alert(
  context: FeatureContext,
  news: ReadonlySignal<News | undefined>,
  unread: ReadonlySignal<number>,
  options: ChatOptions,
): void {
  const { scope, storage, page, panel, report } = context
  if (options.countInTitle) countInTitle(scope, unread)
  const tell = async (newest: News): Promise<void> => {
    const told = await readOne<number>(storage, toldKey)
    if (told !== undefined && told >= newest.at) return
    // Of several tabs the first one writes, and tells.
    const isOurs = await storage.write([{ key: toldKey, value: newest.at }], { key: toldKey, value: told })
    if (!isOurs) return
    if (options.sound) playChime()
    if (options.notification && !page.visible.peek()) showNotification(context, newest)
  }
  scope.effect(() => {
    const newest = news.value
    const isSeen = page.visible.peek() && panel.peek()?.feature === 'chat'
    if (newest && !isSeen) tell(newest).catch(report)
  })
}
