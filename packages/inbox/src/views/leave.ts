import type { ViewContext } from './view-context.ts'

/** Signs out; unsent work is asked about first. */
export async function leave({ model, desk, screen }: ViewContext, drops: 'ask' | 'drop' = 'ask'): Promise<void> {
  if (drops === 'ask' && model.link.outbox.peek().length > 0) screen.dialog.value = 'sign-out'
  else if (!(await desk.signOut())) screen.dialog.value = 'sign-out-failed'
}
