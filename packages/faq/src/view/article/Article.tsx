import type { Translate } from '@docent/core'
import type { HelpArticleEntry, RichText } from '@docent/protocol'
import { RichTextView } from '@docent/ui/parts'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { HelpViewProps } from '../HelpPanel.tsx'
import { ArticleTools } from './ArticleTools.tsx'
import { addCopyButtons } from './copy-buttons.ts'
import { articleDrawers } from './drawers.tsx'
import { Feedback } from './Feedback.tsx'
import { articleMessages } from './messages.ts'

export interface ArticleProps extends HelpViewProps {
  readonly entry: HelpArticleEntry
  readonly body: RichText
  /** The part to begin at: the id of its heading, or its words. */
  readonly heading: string | undefined
}

/** The text of an article, and whether it helped. */
export function Article({ context, model, places, visit, entry, body, heading }: ArticleProps) {
  const t = context.translator(articleMessages)
  const drawers = useMemo(() => articleDrawers(t, context.report), [])
  const text = useRef<HTMLDivElement>(null)
  const { content } = model.state.value
  useLayoutEffect(() => {
    if (text.current) addCopyButtons(text.current, t)
    const headings = [...(text.current?.querySelectorAll<HTMLElement>('h2, h3, h4') ?? [])]
    const part = headings.find(({ id, textContent }) => id === heading || textContent === heading)
    const start = part ?? text.current?.querySelector('h1')
    // Coming back, the reader is put where they were, not at the beginning.
    if (visit.opened !== undefined) return
    start?.focus({ preventScroll: true })
    part?.scrollIntoView()
  }, [])
  return (
    <div ref={text} lang={content?.locale}>
      <h1 tabIndex={-1} data-focus>
        {entry.title}
      </h1>
      <div class="row">
        <p class="faint grow">{facts(entry, context.locale.value, context.clock.now(), t)}</p>
        <ArticleTools context={context} t={t} text={text} title={entry.title} isWide={places.isWide} />
      </div>
      <RichTextView
        text={body}
        drawers={drawers}
        base={content?.base ?? ''}
        onOpen={(feature, route) => (feature === 'faq' ? places.go(route) : context.open(feature, route))}
      />
      <Feedback key={entry.id} context={context} t={t} entry={entry} />
    </div>
  )
}

/** `2 min · Updated 12 November`; the year only when it is another. */
function facts(entry: HelpArticleEntry, locale: string, now: number, t: Translate<typeof articleMessages>): string {
  const minutes = t('help.minutes', { count: entry.minutes })
  const day = new Date(`${entry.updated}T00:00:00Z`)
  // Absent, or no date.
  if (Number.isNaN(day.getTime())) return minutes
  const year = day.getUTCFullYear() === new Date(now).getUTCFullYear() ? {} : { year: 'numeric' as const }
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...year, timeZone: 'UTC' }).format(day)
  return `${minutes} · ${t('help.updated', { date })}`
}
