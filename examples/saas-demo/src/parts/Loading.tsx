import type { ComponentChildren } from 'preact'
import type { Loaded } from '../state/use-load.ts'

interface LoadingProps<Data> {
  readonly loaded: Loaded<Data>
  readonly children: (data: Data) => ComponentChildren
}

/** The data once it is there; until then an empty space that keeps its height, or what failed and a way on. */
export function Loading<Data>({ loaded, children }: LoadingProps<Data>) {
  const { data, problem, reload } = loaded
  if (data.value !== undefined) return <>{children(data.value)}</>
  if (!problem.value) return <div class="loading" aria-busy="true" />
  return (
    <div class="empty" role="alert">
      <p>{problem.value.message}</p>
      <button class="button" type="button" onClick={reload}>
        Try again
      </button>
    </div>
  )
}
