import { type CardPart, safeHref } from '@docent/protocol'
import type { Answering } from './use-answer.ts'

/** A card: a picture, what it is, and what can be done with it. */
export const CardView = ({ part, answering }: { part: CardPart; answering: Answering }) => {
  const image = part.image && safeHref(part.image.url)
  return (
    <div class="stack tight">
      {image && <img src={image} alt="" loading="lazy" />}
      <p class="title">{part.title}</p>
      {part.text && <p>{part.text}</p>}
      {part.actions.map(({ label, value, url }, index) => {
        const href = url && safeHref(url)
        if (href)
          return (
            <a key={index} class="button s" href={href} target="_blank" rel="noopener noreferrer">
              {label}
            </a>
          )
        return (
          value !== undefined && (
            <button
              key={index}
              type="button"
              class="button s"
              aria-pressed={value === answering.answer}
              onClick={() => answering.send(value, label)}
            >
              {label}
            </button>
          )
        )
      })}
    </div>
  )
}
