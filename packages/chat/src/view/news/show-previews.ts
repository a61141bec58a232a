import { type FeatureContext, once, type Scope } from '@docent/core'
import { computed, type ReadonlySignal, untracked } from '@preact/signals-core'
import type { ChatModel } from '../../model.ts'
import type { ChatOptions } from '../../options.ts'
import type { News } from './news.ts'

/** Up to which answer the visitor wants to see no preview: on every device. */
const dismissedKey = 'chat/preview/dismissed'

/** Has the newest answer that nobody looks at drawn by the launcher, when the corner is free. */
export async function showPreviews(
  context: FeatureContext,
  news: ReadonlySignal<News | undefined>,
  options: ChatOptions,
  model: () => Promise<ChatModel>,
): Promise<void> {
  const { scope, panel, state, report } = context
  const { orchestrator } = await context.targeting()
  const waiting = computed(() => {
    const newest = news.value
    if (!newest || panel.value || !state.entries.value) return undefined
    return newest.at > Number(state.get(dismissedKey) ?? 0) ? newest.conversationId : undefined
  })
  const dismiss = (): void => {
    const at = news.peek()?.at
    if (at !== undefined) state.put({ key: dismissedKey, value: at, merge: 'max' })
  }
  // What the panel will need is what draws it: opening it from here is at once.
  const draw = once(async () => {
    const [layer, views, loaded] = await Promise.all([context.layer(), import('../preview/mount-preview.tsx'), model()])
    return (shown: Scope) => {
      if (shown.signal.aborted) return
      views.mountPreview({ context, model: loaded, options, news, dismiss }, layer, shown)
      context.track('preview_seen')
    }
  })
  const show = () => {
    const shown = scope.child()
    draw().then((mount) => mount(shown), report)
    return () => shown.dispose()
  }
  scope.effect(() => {
    if (!waiting.value) return
    // A person has answered: it waits for nothing, and whatever came by itself makes room.
    const wish = { id: 'chat/preview', slot: 'corner', reason: 'manual', show } as const
    const ticket = untracked(() => orchestrator.request(wish))
    return () => ticket.release()
  })
}
