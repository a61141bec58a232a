import { once } from '@docent/core'
import { type Signal, signal } from '@preact/signals'
import type { ComponentChildren, FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'

/**
 * A component in a chunk of its own, for what only some need. Until it is there, and where it cannot be loaded, `meanwhile`
 * stands in its place; whoever needs it next asks again.
 */
export function lazily<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  report: (error: unknown) => void,
): FunctionComponent<Props & { readonly meanwhile?: ComponentChildren }> {
  const loaded: Signal<FunctionComponent<Props> | undefined> = signal(undefined)
  const begin = once(async () => void (loaded.value = await load()))
  return (props) => {
    useEffect(() => void begin().catch(report), [])
    const Loaded = loaded.value
    return <>{Loaded ? <Loaded {...props} /> : props.meanwhile}</>
  }
}
