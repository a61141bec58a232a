import type { Translate } from '@docent/core'
import { absoluteSrc, drawAll, type RichTextDrawers } from '@docent/ui/parts'
import type { articleMessages } from './messages.ts'

/** What only articles have: pictures that can be looked at closely, videos, folded text. */
export const articleDrawers = (
  t: Translate<typeof articleMessages>,
  report: (error: unknown) => void,
): Partial<RichTextDrawers> => ({
  image(node, { base }) {
    const src = absoluteSrc(node.src, base)
    if (!src) return null
    const zoom = (button: HTMLElement): void =>
      void import('@docent/ui/picture').then(({ showPicture }) => showPicture(button, t('help.close-picture')), report)
    return (
      <figure>
        <button
          type="button"
          class="zoom"
          aria-label={t('help.zoom', { alt: node.alt })}
          onClick={(event) => zoom(event.currentTarget)}
        >
          <img src={src} alt={node.alt} width={node.widthPx} height={node.heightPx} loading="lazy" />
        </button>
        {node.caption && <figcaption>{node.caption}</figcaption>}
      </figure>
    )
  },
  video(node, { base }) {
    const { tracks = [] } = node
    const src = absoluteSrc(node.src, base)
    if (!src) return null
    return (
      <figure>
        <video
          controls
          playsInline
          preload="none"
          aria-label={node.alt}
          src={src}
          poster={node.poster && absoluteSrc(node.poster, base)}
          {...(tracks.length > 0 && { crossOrigin: 'anonymous' })}
        >
          {tracks.map(({ src, locale }) => (
            <track key={src} kind="captions" src={absoluteSrc(src, base)} srcLang={locale} label={locale} />
          ))}
        </video>
        {node.caption && <figcaption>{node.caption}</figcaption>}
      </figure>
    )
  },
  details: (node, props) => (
    <details>
      <summary>{drawAll(node.summary, props)}</summary>
      {drawAll(node.children, props)}
    </details>
  ),
})
