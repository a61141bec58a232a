import { type FilePart, safeHref } from '@docent/protocol'
import { formatBytes, Icon, iconDownload, iconFile } from '@docent/ui/parts'
import { useSignal } from '@preact/signals'
import type { Bubble } from '../../thread.ts'
import type { ViewContext } from '../view-context.ts'
import type { PartWords } from './FormView.tsx'
import { SendingFiles } from './SendingFiles.tsx'
import { useAddress } from './use-address.ts'

interface FileProps {
  readonly view: ViewContext
  readonly part: FilePart
  readonly bubble: Bubble
  /** The part's place in the message. */
  readonly index: number
  readonly t: PartWords
}

/** What browsers draw, and what cannot carry a script. */
const picture = /^image\/(png|jpeg|gif|webp|avif)$/

/** A file: pictures are seen, and enlarged by a press; all others are a name and a size, and open beside the page. */
export const FileView = ({ view, part, bubble, index, t }: FileProps) => {
  const { context } = view
  const { name, mime, bytes, widthPx, heightPx } = part
  const url = useAddress(view, part, bubble.files?.[index])
  const broken = useSignal('')
  // Of this browser's own copy; a backend has no such addresses.
  const isCopy = url?.startsWith('blob:') && url !== part.file.url
  const href = isCopy ? url : safeHref(url ?? '')
  const zoom = (button: HTMLElement): void =>
    void import('@docent/ui/picture').then(
      ({ showPicture }) => showPicture(button, t('part.close-picture')),
      context.report,
    )
  const progress = index === 0 && <SendingFiles {...{ view, bubble, t }} />
  if (href && href !== broken.value && picture.test(mime))
    return (
      <div class="photo">
        <button type="button" aria-label={t('part.zoom', { name })} onClick={(event) => zoom(event.currentTarget)}>
          <img
            src={href}
            alt={name}
            width={widthPx}
            height={heightPx}
            loading="lazy"
            onError={() => void (broken.value = href)}
          />
        </button>
        {progress}
      </div>
    )
  const size = formatBytes(bytes, context.locale.value)
  const words = (
    <>
      <span class="thumb">
        <Icon path={iconFile} />
      </span>
      <span class="grow who">
        <span class="title">{name}</span>
        <span class="num small">{size}</span>
      </span>
    </>
  )
  return (
    <div>
      {bubble.message && href ? (
        <a class="row tight file" href={href} target="_blank" rel="noopener noreferrer">
          {words}
          <Icon path={iconDownload} />
        </a>
      ) : (
        <div class="row tight file">{words}</div>
      )}
      {progress}
    </div>
  )
}
