import type { Agent, Id, WireError } from '@docent/protocol'
import { type ReadonlySignal, signal } from '@preact/signals'

/** What the server says about whoever is signed in. */
export interface Account {
  readonly agent: Agent
  readonly app: Id
  /** `false`: signed in by a link, with no way back in without another one. Older servers do not say. */
  readonly hasPassword?: boolean
}

/** Why somebody stands before the sign-in page, in words of `messages.ts`. */
export type SignInProblem = 'link-used' | 'session-ended'

export type SessionState =
  | { readonly step: 'checking' }
  /** The server does not answer: neither signed in nor out. */
  | { readonly step: 'unreachable' }
  | { readonly step: 'signed-out'; readonly problem?: SignInProblem }
  | { readonly step: 'signed-in'; readonly account: Account; readonly byLink: boolean }

/** What became of an attempt to sign in. */
export type SignInOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: WireError['code']; readonly message: string; readonly retryAfterMs?: number }

export interface InboxSession {
  readonly state: ReadonlySignal<SessionState>
  /** Finds out who is here: by the link in the address, else by the cookie of an earlier sign-in. */
  start(): Promise<void>
  signIn(email: string, password: string): Promise<SignInOutcome>
  /** `false`: the server could not be told, and the session goes on. */
  signOut(): Promise<boolean>
  /** The server no longer accepts the session. */
  refused(): void
  /** The account was changed here. */
  changed(change: Partial<Account>): void
}

interface SessionOptions {
  readonly fetch: typeof fetch
  readonly location: Pick<Location, 'hash' | 'pathname' | 'search'>
  readonly history: Pick<History, 'replaceState'>
}

const address = '/v1/agent/session'
const linkPrefix = '#sign-in='

/**
 * The agent's session. It lives in a cookie that no script can read; here is only who it belongs to.
 * The token of a sign-in link leaves the address before it is used, so that it stays in no history and no screenshot.
 */
export function createSession({ fetch, location, history }: SessionOptions): InboxSession {
  const state = signal<SessionState>({ step: 'checking' })
  const ask = async (method: string, body?: object): Promise<Account | SignInOutcome> => {
    try {
      const response = await fetch(address, {
        method,
        ...(method !== 'GET' && { headers: { 'content-type': 'application/json' } }),
        ...(body && { body: JSON.stringify(body) }),
      })
      if (response.status === 204) return { ok: true }
      const answer = await response.json()
      return response.ok ? (answer as Account) : { ok: false, ...(answer.error as WireError) }
    } catch {
      return { ok: false, code: 'unavailable', message: '' }
    }
  }
  /** By the cookie, else the sign-in page. */
  const resume = async (problem?: SignInProblem): Promise<void> => {
    const answer = await ask('GET')
    if ('agent' in answer) state.value = { step: 'signed-in', account: answer, byLink: false }
    else if (isRefusal(answer)) state.value = { step: 'signed-out', ...(problem && { problem }) }
    else state.value = { step: 'unreachable' }
  }
  let link: string | undefined
  return {
    state,
    async start() {
      state.value = { step: 'checking' }
      link = takeLink(location, history) ?? link
      if (link === undefined) return resume()
      const answer = await ask('POST', { link })
      if ('agent' in answer) state.value = { step: 'signed-in', account: answer, byLink: true }
      else if (isRefusal(answer)) await resume('link-used')
      else state.value = { step: 'unreachable' }
      if (state.peek().step !== 'unreachable') link = undefined
    },
    async signIn(email, password) {
      const answer = await ask('POST', { email, password })
      if (!('agent' in answer)) return answer
      state.value = { step: 'signed-in', account: answer, byLink: false }
      return { ok: true }
    },
    async signOut() {
      const answer = await ask('DELETE')
      const isOver = !('agent' in answer) && (answer.ok || isRefusal(answer))
      if (isOver) state.value = { step: 'signed-out' }
      return isOver
    },
    refused() {
      if (state.peek().step === 'signed-in') state.value = { step: 'signed-out', problem: 'session-ended' }
    },
    changed(change) {
      const now = state.peek()
      if (now.step === 'signed-in') state.value = { ...now, account: { ...now.account, ...change } }
    },
  }
}

const isRefusal = (outcome: SignInOutcome): boolean =>
  !outcome.ok && (outcome.code === 'auth-rejected' || outcome.code === 'auth-expired')

function takeLink(location: SessionOptions['location'], history: SessionOptions['history']): string | undefined {
  if (!location.hash.startsWith(linkPrefix)) return undefined
  const link = decodeURIComponent(location.hash.slice(linkPrefix.length))
  history.replaceState(null, '', location.pathname + location.search)
  return link
}
