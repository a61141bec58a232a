import { type ReadonlySignal, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { Problem } from '../../shared/records.ts'
import { problemOf } from '../api/request.ts'

export interface Loaded<Data> {
  readonly data: ReadonlySignal<Data | undefined>
  readonly problem: ReadonlySignal<Problem | undefined>
  reload(): Promise<void>
}

/** Loads when the page appears and whenever `key` changes; an answer that comes too late is dropped. */
export function useLoad<Data>(load: () => Promise<Data>, key: string): Loaded<Data> {
  const data = useSignal<Data | undefined>(undefined)
  const problem = useSignal<Problem | undefined>(undefined)
  const newest = useSignal({})

  const reload = async () => {
    const mine = {}
    newest.value = mine
    try {
      const answer = await load()
      if (newest.peek() !== mine) return
      data.value = answer
      problem.value = undefined
    } catch (error) {
      if (newest.peek() === mine) problem.value = problemOf(error)
    }
  }

  useEffect(() => {
    void reload()
    return () => {
      newest.value = {}
    }
  }, [key])

  return { data, problem, reload }
}
