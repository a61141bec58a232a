import { once } from '@docent/core'
import { type Signal, signal } from '@preact/signals'
import type { ComponentChildren, FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'

/** A component that loads when it is first drawn, or before by `preload()`. */
export type Lazy<Props> = FunctionComponent<
  Props & {
    readonly meanwhile?: ComponentChildren
    /** When this changes, what could not be loaded is asked for again. */
    readonly again?: unknown
  }
> & { preload(): Promise<void> }

/**
 * A component in a chunk of its own, for what only some need. Until it is there, and where it cannot be loaded, `meanwhile`
 * stands in its place; whoever needs it next asks again.
 */
export function lazily<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  report: (error: unknown) => void,
): Lazy<Props> {
  const loaded: Signal<FunctionComponent<Props> | undefined> = signal(undefined)
  const preload = once(async () => void (loaded.value = await load()))
  const Later: Lazy<Props> = (props) => {
    useEffect(() => void preload().catch(report), [props.again])
    const Loaded = loaded.value
    return <>{Loaded ? <Loaded {...props} /> : props.meanwhile}</>
  }
  Later.preload = preload
  return Later
}
