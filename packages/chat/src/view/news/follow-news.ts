import type { FeatureContext } from '@docent/core'
import { computed, type ReadonlySignal } from '@preact/signals-core'
import type { ChatModel } from '../../model.ts'
import type { ChatOptions } from '../../options.ts'
import type { ChatState } from '../../state.ts'
import { type News, newsIn } from './news.ts'

/**
 * Tells of what was answered while nobody looked: a preview by the launcher, and what else the options ask for. A chunk of its own, for
 * visitors whom an answer waits for.
 * @param model What the preview is answered with.
 */
export async function followNews(
  context: FeatureContext,
  state: ReadonlySignal<ChatState>,
  unread: ReadonlySignal<number>,
  model: () => Promise<ChatModel>,
  options: ChatOptions = {},
): Promise<void> {
  const { preview, countInTitle, sound, notification } = options
  const news: ReadonlySignal<News | undefined> = computed(() => newsIn(state.value))
  const more = countInTitle || sound || notification
  await Promise.all([
    preview !== false &&
      import('./show-previews.ts').then(({ showPreviews }) => showPreviews(context, news, options, model)),
    more && import('./alert.ts').then(({ alert }) => alert(context, news, unread, options)),
  ])
}
