import { signal } from '@preact/signals'
import { problemOf } from '../api/request.ts'

/** What failed outside of a form; shown above the page until the next attempt or page. */
const message = signal<string | undefined>(undefined)

async function attempt(act: () => Promise<unknown>): Promise<void> {
  message.value = undefined
  try {
    await act()
  } catch (error) {
    message.value = problemOf(error).message
  }
}

export const trouble = { message, attempt }
