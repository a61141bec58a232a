import type { AppConfig, Json, Transport, VisitorVocabulary } from '@docent/protocol'
import { checkFields } from './check-fields.ts'
import { fail } from './error.ts'
import type { Feature, VisitorFacts } from './feature.ts'
import type { MessageText } from './i18n/translator.ts'
import { fieldProblem } from './rules/rule-fields.ts'
import type { Shell } from './shell.ts'

export interface Appearance {
  /** @default 'system' */
  readonly scheme?: 'light' | 'dark' | 'system'
  /** Corner by reading direction. @default 'end' */
  readonly side?: 'start' | 'end'
  /** `false`: no launcher; open with `docent.open()`. @default true */
  readonly launcher?: boolean
  /** Where the host element goes. @default document.body */
  readonly container?: HTMLElement
}

export interface Consent {
  /**
   * What may be kept in this browser, from the visitor's first own act on: `none` in memory only, `session` until the tab
   * closes, `all` in IndexedDB. @default 'all'
   */
  readonly storage: 'none' | 'session' | 'all'
  /** Whether events may be recorded for the team's insights. @default false */
  readonly measurement: boolean
}

/** How often surfaces may come by themselves. What a visitor or an agent asks for is never capped. */
export interface Cap {
  /** `all`, a feature (`guide`), or a group that tours and other surfaces name themselves. */
  readonly group: string
  /** At least 1. */
  readonly atMost: number
  /** ISO 8601 duration. */
  readonly within: string
}

/** Everything that can be set. The names are the manual. */
export interface DocentOptions<F extends readonly Feature[] = readonly Feature[]> extends Appearance {
  /** How the backend is reached, for example `http({ url: 'https://support.acme.com' })`. */
  readonly transport: Transport<VisitorVocabulary>
  /** What the widget can do, for example `[chat(), faq()]`. */
  readonly features: F
  /** Which app of the backend this is. @default 'default' */
  readonly app?: string
  /** Overrides of the app's configuration on the backend, field by field: name, accent, reply time. */
  readonly config?: AppConfig
  /** `false`: the configuration is not asked from the backend, `config` is all there is. @default true */
  readonly remoteConfig?: boolean
  /** BCP 47. @default the page's `lang`, then the browser's language */
  readonly locale?: string
  /** Own words for any text of the interface, by key. */
  readonly translations?: Readonly<Record<string, MessageText>>
  /** Goes to an address of the host app without a page load. @default location.assign */
  readonly navigate?: (url: string) => void
  /** The host's own stage of a visitor. @default by age and milestones: new, activated, established */
  readonly stage?: (visitor: VisitorFacts) => string | undefined
  /** Events that make a new visitor `activated`, for example `['invoice_sent']`. */
  readonly milestones?: readonly string[]
  /** How often surfaces may come by themselves. @default no caps @example [{ group: 'all', atMost: 2, within: 'P1D' }] */
  readonly caps?: readonly Cap[]
  /** What rules of kind `flag` ask: your feature flags. `undefined`: not known yet. @example (key) => posthog.isFeatureEnabled(key) */
  readonly flags?: (key: string) => Json | undefined
  /**
   * What rules of kind `custom` ask, by name; asked again after every `track()`, `update()` and change of page. `undefined`: not known yet.
   * @example { hasOverdueInvoice: () => invoices.some((invoice) => invoice.overdue) }
   */
  readonly predicates?: Readonly<Record<string, () => boolean | undefined>>
  /** What actions of kind `run` do, by name. @example { openImport: () => importDialog.open() } */
  readonly actions?: Readonly<Record<string, () => void>>
  /**
   * A domain whose origins have one visitor, by a cookie: `acme.com` for `www.acme.com` and `app.acme.com`. It holds what proves who a
   * visitor without an account is, so every server and page under the domain must be yours. From the visitor's first own act on, and
   * only where `consent` is `all`. @default no cookie; see `docent.handover()`
   */
  readonly cookieDomain?: string
  /** @default { storage: 'all', measurement: false } */
  readonly consent?: Partial<Consent>
  /** What draws. @default the shell of `docent`; none in `@docent/core` */
  readonly shell?: Shell
}

/** `typeof` of each option, or its values. */
const known: Readonly<Record<keyof DocentOptions, string>> = {
  transport: 'object',
  features: 'object',
  app: 'string',
  config: 'object',
  remoteConfig: 'boolean',
  locale: 'string',
  translations: 'object',
  navigate: 'function',
  stage: 'function',
  milestones: 'object',
  caps: 'object',
  flags: 'function',
  predicates: 'object',
  actions: 'object',
  cookieDomain: 'string',
  consent: 'object',
  shell: 'object',
  scheme: 'light|dark|system',
  side: 'start|end',
  launcher: 'boolean',
  container: 'object',
}

/** Throws what is wrong with the options, here and nowhere later. */
export function checkOptions(options: Partial<DocentOptions>): void {
  checkFields('createDocent()', known, options)
  const { cookieDomain = 'acme.com' } = options
  if (!/^[\w.-]+$/.test(cookieDomain))
    fail('option-invalid', `\`cookieDomain\` is "${cookieDomain}"`, 'Write a domain alone: acme.com')
  options.caps?.forEach((cap, index) => {
    checkFields(`\`caps[${index}]\``, { group: 'string', atMost: 'number', within: 'string' }, cap)
    const { atMost, within } = cap
    const problem =
      atMost >= 1 ? fieldProblem('duration', within, `caps[${index}].within`) : `\`caps[${index}].atMost\` is ${atMost}`
    if (problem) fail('option-invalid', problem, "Write { group: 'all', atMost: 2, within: 'P1D' }")
  })
}
