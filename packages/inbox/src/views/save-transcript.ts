import type { Id } from '@docent/protocol'
import type { ViewContext } from './view-context.ts'

const keptForMs = 60_000

/** Downloads the conversation as text, with times as they are here. */
export async function saveTranscript({ model }: ViewContext, conversationId: Id): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const { name, text } = await model.link.query('transcript', { conversationId, timeZone })
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), keptForMs)
}
