import { readOne } from '@docent/core'
import type { FilePart } from '@docent/protocol'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ViewContext } from '../view-context.ts'
import { useLocalAddress } from './use-local-address.ts'

/** Links are good for a while; within this of their end a fresh one is asked for, in ms. */
const freshMs = 10_000

/**
 * Where a file is seen: the copy in this browser while it is on its way and for as long as it is shown here, so that nothing flickers;
 * else the backend's address, a fresh one where the known one has ended.
 * @param key Of the copy in storage.
 */
export function useAddress({ context, model }: ViewContext, { file }: FilePart, key: string | undefined) {
  const copy = useSignal<Blob | undefined>(undefined)
  const { url: local } = useLocalAddress(copy.value)
  const url = useSignal(file.url)
  useEffect(() => {
    if (key)
      readOne(context.storage, key).then((found) => {
        if (found instanceof Blob) copy.value = found
      }, context.report)
  }, [key])
  useEffect(() => {
    url.value = file.url
    if (!file.id || (file.expiresAt ?? Number.POSITIVE_INFINITY) - context.clock.now() > freshMs) return
    model.link.query('file', { id: file.id }).then((fresh) => void (url.value = fresh.url), context.report)
  }, [file.id, file.expiresAt])
  return local ?? url.value
}
