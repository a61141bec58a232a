import type { Json } from '@docent/protocol'
import { readCookie, writeCookie } from '../browser/cookie.ts'
import { DocentError } from '../error.ts'
import type { Realm } from '../realm.ts'
import type { Runtime } from '../runtime.ts'
import { readOne } from '../storage/storage.ts'

const nameFor = ({ options }: Runtime): string => `docent-${encodeURIComponent(options.app ?? 'default')}`

/** Who is known to the origins that share `cookieDomain`: a visitor without an account, as the transport remembers them. */
export function cookieState(runtime: Runtime): Json | undefined {
  const { options, consent } = runtime
  if (!options.cookieDomain || consent.peek().storage !== 'all') return undefined
  try {
    return JSON.parse(readCookie(nameFor(runtime)) ?? '') as Json
  } catch {
    // There is none, or somebody else wrote it.
    return undefined
  }
}

/**
 * Has the cookie say who is here: from the visitor's first act on, until they sign in (their secret is spent then), sign out, or what may be
 * stored is less than `all`.
 */
export function keepCookie(runtime: Runtime): void {
  const { options, consent, realm, scope } = runtime
  const { cookieDomain: domain } = options
  if (!domain) return
  const name = nameFor(runtime)
  let endingsBefore: number | undefined
  const put = (value?: string): void => {
    if (readCookie(name) === value) return
    writeCookie(name, domain, value)
    if (readCookie(name) !== value)
      realm.peek()?.context.report(new DocentError('option-invalid', `No cookie can be set for ${domain}`, useParent))
  }
  async function say(here: Realm): Promise<void> {
    const { endings } = await here.storage.open()
    const state = here.owner.identity ? undefined : await readOne<object>(here.storage, 'link/state')
    if (here !== realm.peek() || scope.signal.aborted) return
    const isOver = here.owner.identity || consent.peek().storage !== 'all' || endings > (endingsBefore ?? endings)
    endingsBefore = endings
    if (isOver) put()
    else if (state !== undefined) put(JSON.stringify(state))
  }
  scope.effect(() => {
    const here = realm.value
    const link = here?.context.loadedEngine.value?.link
    // At each of these somebody may have become known, or stopped to be.
    void [link?.status.value, link?.outbox.value]
    if (here) void say(here)
  })
}

const useParent = 'Set `cookieDomain` to the domain of the page or one above it, for example acme.com'
