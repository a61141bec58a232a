import { useRef } from 'preact/hooks'
import type { Checklist } from '../reduce.ts'

/** The title of the task that was done last while the checklist was on the screen, for the live region. */
export function useTicked(checklist: Checklist | undefined): string | undefined {
  const known = useRef<{ id: string; done: ReadonlySet<string>; last: string | undefined }>(undefined)
  const done = checklist?.tasks.filter(({ state }) => state === 'done') ?? []
  const id = checklist?.definition.id ?? ''
  const before = known.current?.id === id ? known.current : undefined
  const last = before ? (done.find((task) => !before.done.has(task.id))?.title ?? before.last) : undefined
  known.current = { id, done: new Set(done.map((task) => task.id)), last }
  return last
}
