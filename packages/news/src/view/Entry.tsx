import type { FeatureContext, Translate } from '@docent/core'
import type { NewsEntry } from '@docent/protocol'
import { RichTextView } from '@docent/ui/parts'
import type { newsMessages } from '../messages.ts'

interface EntryProps {
  readonly context: FeatureContext
  readonly t: Translate<typeof newsMessages>
  /** What pictures are relative to. */
  readonly base: string
  readonly entry: NewsEntry
  readonly isFresh: boolean
}

/** One entry: kind, date, what is new, and one way on. */
export function Entry({ context, t, base, entry, isFresh }: EntryProps) {
  const open = (feature: string, route: string): void => {
    context.track('news_opened', { id: entry.id })
    if (feature === 'guide') context.close()
    context.open(feature, route)
  }
  return (
    <article class="card stack" aria-labelledby={`news-${entry.id}`}>
      <div class="row tight">
        <span class={`tag ${entry.kind}`}>{t(`news.${entry.kind}`)}</span>
        <time class="faint" dateTime={entry.date}>
          {dayOf(entry.date, context.locale.value, context.clock.now())}
        </time>
        {isFresh && <span class="dot end" role="img" aria-label={t('news.unread')} />}
      </div>
      <h3 class="title" id={`news-${entry.id}`}>
        {entry.title}
      </h3>
      <div class="text">
        <RichTextView text={entry.body} base={base} onOpen={open} />
      </div>
      {entry.link && (
        <p class="way">
          <RichTextView text={[entry.link]} onOpen={open} />
        </p>
      )}
    </article>
  )
}

/** `19 November`; the year only when it is another. */
function dayOf(date: string, locale: string, now: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  const year = day.getUTCFullYear() === new Date(now).getUTCFullYear() ? {} : { year: 'numeric' as const }
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' }).format(day)
}
