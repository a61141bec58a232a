import { useSignal } from '@preact/signals'

/** Copies a text; says so in place. Where the browser refuses, the text itself is shown to copy by hand. */
export function CopyButton({
  text,
  label,
  about,
}: {
  readonly text: string
  readonly label: string
  readonly about: string
}) {
  const state = useSignal<'idle' | 'copied' | 'refused'>('idle')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      state.value = 'copied'
    } catch {
      state.value = 'refused'
    }
  }
  return (
    <span class="copy">
      {state.value === 'refused' && <code class="copy-text">{text}</code>}
      <button class="button small" type="button" onClick={copy}>
        {label}
        <span class="hidden"> {about}</span>
      </button>
      <span class="status" role="status">
        {state.value === 'copied' && 'Copied'}
      </span>
    </span>
  )
}
