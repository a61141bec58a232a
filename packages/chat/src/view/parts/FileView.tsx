import { type FilePart, safeHref } from '@docent/protocol'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ViewContext } from '../view-context.ts'

/** Links are good for a while; within this of their end a fresh one is asked for, in ms. */
const freshMs = 10_000
/** What browsers draw, and what cannot carry a script. */
const picture = /^image\/(png|jpeg|gif|webp|avif)$/

/** A file: pictures are seen, all others are a name and a size; each opens beside the page. */
export const FileView = ({ view, part }: { view: ViewContext; part: FilePart }) => {
  const { context, model } = view
  const { file, name, mime, bytes, widthPx, heightPx } = part
  const url = useSignal(file.url)
  useEffect(() => {
    if ((file.expiresAt ?? Number.POSITIVE_INFINITY) - context.clock.now() > freshMs) return
    model.link.query('file', { id: file.id }).then((fresh) => void (url.value = fresh.url), context.report)
  }, [file.id, file.expiresAt])
  const href = safeHref(url.value)
  const size = new Intl.NumberFormat(context.locale.value, {
    ...{ style: 'unit', unit: bytes < 1e6 ? 'kilobyte' : 'megabyte', maximumFractionDigits: 1 },
  } as const).format(bytes < 1e6 ? Math.ceil(bytes / 1000) : bytes / 1e6)
  if (!href) return <p>{name}</p>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {picture.test(mime) ? (
        <img src={href} alt={name} width={widthPx} height={heightPx} loading="lazy" />
      ) : (
        `${name} · ${size}`
      )}
    </a>
  )
}
