import type { Translate } from '@docent/core'
import type { Json, VisitorProfile } from '@docent/protocol'
import type { inboxMessages } from './messages.ts'
import type { Times } from './times.ts'

/** One line beside the thread. `hint`: the whole of what `value` shortens. */
export interface Fact {
  readonly key: string
  readonly label: string
  readonly value: string
  readonly hint?: string
}

/** What is known about a visitor, in the order in which it helps. */
export function factsOf(
  { traits, context, online, firstSeenAt, lastSeenAt }: VisitorProfile,
  t: Translate<typeof inboxMessages>,
  times: Times,
): readonly Fact[] {
  const { plan, ...others } = { ...context.extra, ...traits }
  const facts: (Fact | undefined)[] = [
    fact('plan', t('visitor.plan'), plan, t, times),
    context.url === undefined
      ? undefined
      : {
          key: 'page',
          label: t(online ? 'visitor.page' : 'visitor.last-page'),
          value: pathOf(context.url),
          hint: [context.title, context.url].filter(Boolean).join('\n'),
        },
    fact('language', t('visitor.language'), context.locale && languageOf(context.locale), t, times),
    ...Object.entries(others).map(([key, value]) => fact(key, labelOf(key), value, t, times)),
    { key: 'first-seen', label: t('visitor.first-seen'), value: times.ago(firstSeenAt) },
    { key: 'last-seen', label: t('visitor.last-seen'), value: online ? t('visitor.now') : times.ago(lastSeenAt) },
  ]
  return facts.filter((each) => each !== undefined)
}

function fact(
  key: string,
  label: string,
  value: Json | undefined,
  t: Translate<typeof inboxMessages>,
  times: Times,
): Fact | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'boolean') return { key, label, value: t(value ? 'visitor.yes' : 'visitor.no') }
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?$/.test(value)) {
    // What looks like a date may be none: then it is shown as it is.
    return { key, label, value: times.date(Date.parse(value)) || value, hint: value }
  }
  return { key, label, value: typeof value === 'object' ? JSON.stringify(value) : String(value) }
}

/** `sign_up-date` and `signUpDate` as people write it: "Sign up date". */
export function labelOf(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_\-.\s]+/g, ' ')
    .trim()
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function languageOf(locale: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(locale) ?? locale
  } catch {
    return locale
  }
}

function pathOf(url: string): string {
  try {
    const { pathname, hash } = new URL(url)
    // An app that routes by fragment has its page there.
    return hash.startsWith('#/') ? hash.slice(1) : pathname
  } catch {
    return url
  }
}
