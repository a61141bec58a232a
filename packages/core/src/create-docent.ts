import type { Json, Traits } from '@docent/protocol'
import type { ReadonlySignal } from '@preact/signals-core'
import { checkParts } from './check-parts.ts'
import type { Diagnosis } from './diagnose.ts'
import type { DocentEvents } from './emitter.ts'
import { fail } from './error.ts'
import type { Feature, VisitorFacts } from './feature.ts'
import type { GetToken } from './identity/signed-identity.ts'
import type { Report } from './measure/report.ts'
import { type Consent, checkOptions, type DocentOptions } from './options.ts'
import { createRuntime, type Runtime } from './runtime.ts'
import type { Explanation } from './targeting/orchestrator-types.ts'

/** Who the visitor is, as the host knows them. */
export interface Identity {
  /** The host's own id of the user. */
  readonly id: string
  readonly name?: string
  readonly email?: string
  readonly traits?: Traits
}

export interface DocentBase {
  readonly state: ReadonlySignal<'idle' | 'started' | 'destroyed'>
  /** Draws the launcher and resumes what an earlier page view began. Idempotent. */
  start(): Promise<void>
  /** Ends everything: no node, listener, timer, request or global is left. Idempotent. */
  destroy(): void
  /** Opens the panel, at a feature and a place in it. @example docent.open('faq', 'change-vat') */
  open(feature?: string, route?: string): void
  close(): void
  toggle(): void
  showLauncher(): void
  hideLauncher(): void
  /**
   * Says who the visitor is. Without a token it only labels; with one (a JWT that your backend signs, or a function that
   * fetches one) it signs in, and what they wrote before becomes theirs on every device.
   * @example docent.identify({ id: 'u1', name: 'Ada', traits: { plan: 'pro' } }, () => fetchToken())
   */
  identify(visitor: Identity, token?: string | GetToken): Promise<void>
  /**
   * Forgets the visitor in this browser, in all of its tabs. Where `unsent()` is not 0, ask what is to become of that: `discard` (default) loses
   * it; `keep` has it wait for 24 h, where nobody else sees it, for the same visitor to sign in here again. Who has no account cannot come
   * back: of them nothing is kept.
   * @throws DocentError `option-invalid`: `unsent` is something else.
   * @example await docent.signOut({ unsent: docent.unsent() > 0 && confirm('Keep your unsent messages?') ? 'keep' : 'discard' })
   */
  signOut(options?: { readonly unsent?: 'discard' | 'keep' }): Promise<void>
  /** How many things the visitor did that have not reached the backend. */
  unsent(): number
  /** Merges facts about the visitor, for rules and for agents. */
  update(traits: Traits): void
  /** Something happened, in `object_action` form. @example docent.track('invoice_created') */
  track(event: string, data?: Json): void
  /** Changes what may be kept and measured. Downgrading deletes. */
  consent(consent: Partial<Consent>): Promise<void>
  /** Erases the visitor on the backend, then in this browser. Waits for the network. */
  erase(): Promise<void>
  /**
   * Carries a visitor without an account to another origin of your app: answers the address with a one-time token, good for a minute, that
   * Docent there takes out of it again. The address as it is where there is nobody to carry, the visitor is signed in (sign them in
   * there, too), or the backend does not answer within 3 s. The browser must tell the other page where they come from (no `noreferrer`).
   * @throws DocentError `option-invalid`: no address of a page.
   * @example location.href = await docent.handover('https://app.acme.com/sign-up')
   */
  handover(url: string | URL): Promise<string>
  on<K extends keyof DocentEvents>(name: K, handle: (detail: DocentEvents[K]) => void): () => void
  readonly unread: ReadonlySignal<number>
  /** Why surfaces are, or are not, on the screen. Without an id: all of them. */
  explain(id?: string): Promise<readonly Explanation[]>
  /** What was counted in this browser: funnels of tours and checklists, time to value. Works without a backend. */
  report(): Promise<Report>
  /** Why the widget is not there, by named reasons with remedies. */
  diagnose(): Promise<Diagnosis>
}

type ApiOf<F> = F extends Feature<string, infer Api> ? Api : never
/** The widget: the base, and one property for each installed feature. */
export type Docent<F extends readonly Feature[] = readonly Feature[]> = DocentBase & {
  readonly [K in F[number] as K['name']]: ApiOf<K>
}

/**
 * Makes a widget. Checks its options (throws `DocentError` with code and remedy) and touches nothing: safe on a server.
 * @example
 * const docent = createDocent({ transport: http({ url }), features: [chat(), faq()] })
 * await docent.start()
 */
export function createDocent<const F extends readonly Feature[]>(options: DocentOptions<F>): Docent<F> {
  checkOptions(options)
  checkParts(options)
  return assembleDocent(options)
}

/** As `createDocent`, without the checks: for the script tag, which makes most of the options itself and loads what checks the rest. */
export function assembleDocent<const F extends readonly Feature[]>(options: DocentOptions<F>): Docent<F> {
  const runtime = createRuntime(options)
  const docent = createBase(runtime)
  for (const { name } of options.features) {
    Object.defineProperty(docent, name, { enumerable: true, get: () => apiOf(runtime, name) })
  }
  return docent as Docent<F>
}

function apiOf({ realm, state }: Runtime, name: string): object {
  const found = realm.peek()?.installed.find((feature) => feature.name === name)
  if (found) return found.parts.api
  const code = state.peek() === 'destroyed' ? 'destroyed' : 'not-started'
  return fail(code, `There is no docent.${name} now`, 'Use it between start() and destroy()')
}

function createBase(runtime: Runtime): DocentBase {
  const { realm, visitor, panel, launcherShown, emitter, open, close, identity } = runtime
  const rare = () => import('./rare.ts')
  const describe = (facts: VisitorFacts): void =>
    void (visitor.value = { ...facts, traits: { ...visitor.peek().traits, ...facts.traits } })
  return {
    ...{ state: runtime.state, unread: runtime.unread, start: runtime.start, destroy: runtime.destroy },
    ...{ open, close, track: runtime.track, on: emitter.on },
    toggle: () => (panel.peek() ? close() : open()),
    showLauncher: () => void (launcherShown.value = true),
    hideLauncher: () => void (launcherShown.value = false),
    update: (traits) => describe({ ...visitor.peek(), traits }),
    async identify(given, token) {
      const { id } = given
      // Anything but a word.
      if (!id?.[0]) (await identity()).needsId()
      describe({ traits: {}, ...given })
      if (token) await runtime.change(async () => (await identity()).signIn(runtime, id, token))
    },
    signOut: (how) => runtime.change(async () => (await identity()).signOut(runtime, how)),
    unsent: () => realm.peek()?.context.loadedEngine.peek()?.link.outbox.peek().length ?? 0,
    consent: async (change) => (await identity()).changeConsent(runtime, change),
    erase: async () => (await identity()).erase(runtime),
    handover: async (url) => (await identity()).handover(runtime, url),
    explain: async (id) => (await rare()).explain(runtime, id),
    report: async () => (await rare()).report(runtime),
    diagnose: async () => (await rare()).diagnose(runtime),
  }
}
