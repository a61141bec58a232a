import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** An address for a picture that lies in this browser, for as long as it is shown; none where the page's policy forbids it. */
export function useLocalAddress(file: Blob | undefined): { readonly url: string | undefined; failed(): void } {
  const url = useSignal<string | undefined>(undefined)
  useEffect(() => {
    if (!file) return
    const address = URL.createObjectURL(file)
    url.value = address
    return () => URL.revokeObjectURL(address)
  }, [file])
  return { url: url.value, failed: () => void (url.value = undefined) }
}
