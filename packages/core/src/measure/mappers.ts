/** Hands Docent's events on to what the team measures with already. */
import type { RecordedEvent } from '@docent/protocol'
import { detailsOf } from './details-of.ts'
import { recordable } from './without-personal.ts'

type Properties = Record<string, unknown>

const propertiesOf = (event: RecordedEvent): Properties =>
  detailsOf(recordable(event)) ?? (event.data === undefined ? {} : { value: event.data })

/**
 * For Segment and what speaks its API: `tour_started` becomes `Tour Started`.
 * @example docent.on('event', toSegment(analytics))
 */
export const toSegment =
  (analytics: { track(name: string, properties: Properties, options: { timestamp: Date }): unknown }) =>
  (event: RecordedEvent): void => {
    const name = event.name.replace(/(?:^|_)(\w)/g, (match, letter: string) =>
      (match[0] === '_' ? ' ' : '').concat(letter.toUpperCase()),
    )
    analytics.track(name, propertiesOf(event), { timestamp: new Date(event.at) })
  }

/**
 * For PostHog: names as they are, prefixed so that they stand together.
 * @example docent.on('event', toPostHog(posthog))
 */
export const toPostHog =
  (posthog: { capture(name: string, properties: Properties): unknown }, prefix = 'docent_') =>
  (event: RecordedEvent): void => {
    posthog.capture(prefix + event.name, propertiesOf(event))
  }

/** GA4 has names of its own for two things that Docent does. */
const ga4Names: Readonly<Record<string, string>> = {
  tour_started: 'tutorial_begin',
  tour_completed: 'tutorial_complete',
}
/** GA4 takes 25 parameters, names of 40 and values of 100 characters; what is longer would be dropped whole. */
const ga4 = { parameters: 25, name: 40, value: 100 }

/**
 * For Google Analytics 4 by its `gtag`, within the limits that it sets.
 * @example docent.on('event', toGa4(gtag))
 */
export const toGa4 =
  (gtag: (command: 'event', name: string, parameters: Properties) => unknown) =>
  (event: RecordedEvent): void => {
    const parameters = Object.entries(propertiesOf(event))
      .slice(0, ga4.parameters)
      .map(([name, value]): [string, unknown] => [
        name.slice(0, ga4.name),
        typeof value === 'number' ? value : String(value).slice(0, ga4.value),
      ])
    gtag('event', (ga4Names[event.name] ?? event.name).slice(0, ga4.name), Object.fromEntries(parameters))
  }
