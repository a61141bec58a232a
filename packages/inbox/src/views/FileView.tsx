import { type FilePart, safeHref } from '@docent/protocol'
import { formatBytes, Icon, iconFile } from '@docent/ui/parts'
import type { ViewContext } from './view-context.ts'

const pictures = /^image\/(png|jpeg|gif|webp|avif)$/

/** A picture as it looks, anything else by name and size. Both open in a tab of their own. */
export const FileView = ({ view: { t }, part }: { view: ViewContext; part: FilePart }) => {
  const { file, name, mime, bytes, widthPx, heightPx } = part
  const isPicture = pictures.test(mime)
  const href = safeHref(file.url)
  if (!href) return <span>{name}</span>
  return (
    <a class={isPicture ? 'picture' : 'file row tight'} href={href} target="_blank" rel="noopener noreferrer">
      {isPicture ? (
        <img src={href} alt={t('part.picture', { name })} loading="lazy" width={widthPx} height={heightPx} />
      ) : (
        <>
          <Icon path={iconFile} small />
          <span class="hidden">{t('part.download')} </span>
          <span class="grow one">{name}</span>
          <span class="num">{formatBytes(bytes, 'en')}</span>
        </>
      )}
    </a>
  )
}
