import type { Find } from './engines.ts'

export interface Query {
  readonly class: string
  readonly locale: string
  readonly query: string
  readonly answers: readonly string[]
}

/** Of a class of queries, or of all: shares from 0 to 1. */
export interface Figures {
  readonly queries: number
  readonly first: number
  readonly firstFive: number
  readonly meanReciprocalRank: number
  readonly nothing: number
}

export interface Measured {
  readonly name: string
  /** By class, by language where there are several, and `total`, in which classes weigh what they weigh in life. */
  readonly figures: ReadonlyMap<string, Figures>
  /** Of every beginning of every query, or of a sample. */
  readonly keystrokeMs: { readonly p50: number; readonly p95: number }
  readonly preparedMs: number
}

/** How often people ask so; of a class that is not here, as often as there are queries of it. */
const shares: Readonly<Record<string, number>> = { well: 0.4, typo: 0.25, para: 0.15, prefix: 0.1, intl: 0.1 }
const maxKeystrokes = 400
const keystrokesForMs = 4000

/** Asks an engine all queries, or as many as it answers in the time given, from all parts of the set. */
export function measure(name: string, create: () => Find, queries: readonly Query[], forMs: number): Measured {
  const startedAt = performance.now()
  const find = create()
  const preparedMs = performance.now() - startedAt
  const judged: { readonly asked: Query; readonly rank: number; readonly isEmpty: boolean }[] = []
  timed(queries, forMs, (asked) => {
    const ids = find(asked.query, asked.locale)
    judged.push({ asked, rank: ids.findIndex((id) => asked.answers.includes(id)), isEmpty: ids.length === 0 })
  })
  const classes = new Set(queries.map((query) => query.class))
  const locales = new Set(queries.map(({ locale }) => locale))
  const figures = new Map<string, Figures>()
  for (const one of classes) figures.set(one, figuresOf(judged.filter(({ asked }) => asked.class === one)))
  figures.set('total', totalOf(figures))
  if (locales.size > 1)
    for (const one of locales) figures.set(one, figuresOf(judged.filter(({ asked }) => asked.locale === one)))
  return { name, figures, keystrokeMs: keystrokesOf(find, queries), preparedMs }
}

function figuresOf(judged: readonly { readonly rank: number; readonly isEmpty: boolean }[]): Figures {
  const mean = (worth: (one: (typeof judged)[number]) => number): number =>
    judged.reduce((sum, one) => sum + worth(one), 0) / judged.length
  return {
    queries: judged.length,
    first: mean(({ rank }) => Number(rank === 0)),
    firstFive: mean(({ rank }) => Number(rank >= 0 && rank < 5)),
    meanReciprocalRank: mean(({ rank }) => (rank < 0 ? 0 : 1 / (rank + 1))),
    nothing: mean(({ isEmpty }) => Number(isEmpty)),
  }
}

function totalOf(classes: ReadonlyMap<string, Figures>): Figures {
  const all = [...classes].filter(([, { queries }]) => queries > 0)
  const whole = all.reduce((sum, [name]) => sum + (shares[name] ?? 0), 0)
  const weighed = (figure: (own: Figures) => number): number =>
    all.reduce((sum, [name, own]) => sum + (figure(own) * (shares[name] ?? 0)) / whole, 0)
  return {
    queries: all.reduce((sum, [, { queries }]) => sum + queries, 0),
    first: weighed(({ first }) => first),
    firstFive: weighed(({ firstFive }) => firstFive),
    meanReciprocalRank: weighed(({ meanReciprocalRank }) => meanReciprocalRank),
    nothing: weighed(({ nothing }) => nothing),
  }
}

function keystrokesOf(find: Find, queries: readonly Query[]): Measured['keystrokeMs'] {
  const typed = queries.flatMap(({ query, locale }) =>
    [...query].map((_, index, signs) => ({ text: signs.slice(0, index + 1).join(''), locale })),
  )
  const sample = scattered(typed).slice(0, maxKeystrokes)
  // Engines that prepare more on need, and the compiler, have had the queries themselves to do so.
  const times = timed(sample, keystrokesForMs, ({ text, locale }) => find(text, locale)).sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** Milliseconds of each call, one for each item until the time is over. */
function timed<T>(items: readonly T[], forMs: number, act: (item: T) => void): number[] {
  const times: number[] = []
  const endsAt = performance.now() + forMs
  for (const item of scattered(items)) {
    const startedAt = performance.now()
    if (startedAt > endsAt) break
    act(item)
    times.push(performance.now() - startedAt)
  }
  return times
}

/** In another order, always the same, in which each beginning is a fair sample of the whole. */
const scattered = <T>(items: readonly T[]): T[] =>
  items
    .map((item, index) => ({ item, place: (index * 0.618_033_988_75) % 1 }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
