import type { FeatureContext } from '@docent/core'
import type { News } from './news.ts'

/** A notification of the browser, where the visitor has allowed the page to show some. A press leads to the conversation. */
export function showNotification(
  { scope, config, open }: FeatureContext,
  { conversationId, author, text }: News,
): void {
  if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return
  const { name = '' } = config.peek()
  const title = author?.name ?? name
  const shown = new Notification(title, {
    body: text,
    tag: `docent/${conversationId}`,
    ...(author?.avatarUrl && { icon: author.avatarUrl }),
  })
  shown.onclick = () => {
    window.focus()
    open('chat', conversationId)
    shown.close()
  }
  scope.add(() => shown.close())
}
