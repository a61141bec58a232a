import type { ViewContext } from '../view-context.ts'

/** The conversation as a file, in the visitor's time zone. */
export async function saveTranscript({ model }: ViewContext, conversationId: string): Promise<void> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const { name, text } = await model.link.query('transcript', { conversationId, timeZone })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  link.download = name
  link.click()
  // Browsers have taken the file by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href))
}
