import { expect, it } from 'vitest'
import { createSession } from './session.ts'
import { mara } from './testing/samples.ts'

interface Asked {
  readonly method: string
  readonly body: unknown
  /** The address as it was when the request went out. */
  readonly hash: string
}
type Answer = { status: number; body?: object } | 'no answer'

const account = { agent: mara, app: 'acme' }
const refusal = { status: 401, body: { error: { code: 'auth-rejected', message: 'No' } } }

function open(hash: string, answers: Answer[]) {
  const location = { hash, pathname: '/inbox/c/7', search: '' }
  const asked: Asked[] = []
  const replaced: string[] = []
  const session = createSession({
    location,
    history: {
      replaceState: (_: unknown, __: string, to?: string | URL | null) => {
        replaced.push(String(to))
        location.hash = ''
      },
    },
    fetch: async (_, init) => {
      asked.push({
        method: init?.method ?? '',
        body: init?.body === undefined ? undefined : JSON.parse(String(init.body)),
        hash: location.hash,
      })
      const answer = answers.shift() ?? 'no answer'
      if (answer === 'no answer') throw new TypeError('Failed to fetch')
      return new Response(answer.body ? JSON.stringify(answer.body) : null, { status: answer.status })
    },
  })
  return { session, asked, replaced }
}

it('goes on with the session of the cookie', async () => {
  const { session, asked } = open('', [{ status: 200, body: account }])
  await session.start()
  expect(asked).toEqual([{ method: 'GET', body: undefined, hash: '' }])
  expect(session.state.value).toEqual({ step: 'signed-in', account, byLink: false })
})

it('shows the sign-in page to strangers', async () => {
  const { session } = open('', [refusal])
  await session.start()
  expect(session.state.value).toEqual({ step: 'signed-out' })
})

it('takes the token out of the address before using it', async () => {
  const { session, asked, replaced } = open('#sign-in=s3cret', [{ status: 200, body: account }])
  await session.start()
  expect(replaced).toEqual(['/inbox/c/7'])
  expect(asked).toEqual([{ method: 'POST', body: { link: 's3cret' }, hash: '' }])
  expect(session.state.value).toEqual({ step: 'signed-in', account, byLink: true })
})

it('says that a link was used, unless somebody is signed in already', async () => {
  const stranger = open('#sign-in=old', [refusal, refusal])
  await stranger.session.start()
  expect(stranger.session.state.value).toEqual({ step: 'signed-out', problem: 'link-used' })
  const known = open('#sign-in=old', [refusal, { status: 200, body: account }])
  await known.session.start()
  expect(known.session.state.value).toEqual({ step: 'signed-in', account, byLink: false })
})

it('keeps a link that could not be tried, for the next attempt', async () => {
  const { session, asked } = open('#sign-in=s3cret', ['no answer', { status: 200, body: account }])
  await session.start()
  expect(session.state.value).toEqual({ step: 'unreachable' })
  await session.start()
  expect(asked.map(({ body }) => body)).toEqual([{ link: 's3cret' }, { link: 's3cret' }])
  expect(session.state.value.step).toBe('signed-in')
})

it('tells why a sign-in was refused', async () => {
  const { session } = open('', [
    refusal,
    refusal,
    { status: 429, body: { error: { code: 'rate-limited', message: 'Wait', retryAfterMs: 9000 } } },
    { status: 200, body: account },
  ])
  await session.start()
  expect(await session.signIn('a@b.test', 'wrong')).toMatchObject({ ok: false, code: 'auth-rejected' })
  expect(await session.signIn('a@b.test', 'wrong')).toMatchObject({ code: 'rate-limited', retryAfterMs: 9000 })
  expect(session.state.value).toEqual({ step: 'signed-out' })
  expect(await session.signIn('a@b.test', 'right')).toEqual({ ok: true })
  expect(session.state.value).toEqual({ step: 'signed-in', account, byLink: false })
})

it('ends when the server no longer knows it, and says so', async () => {
  const { session } = open('', [{ status: 200, body: account }])
  await session.start()
  session.refused()
  expect(session.state.value).toEqual({ step: 'signed-out', problem: 'session-ended' })
})

it('signs out, but not while the server cannot be told', async () => {
  const { session, asked } = open('', [{ status: 200, body: account }, 'no answer', { status: 204 }])
  await session.start()
  expect(await session.signOut()).toBe(false)
  expect(session.state.value.step).toBe('signed-in')
  expect(await session.signOut()).toBe(true)
  expect(asked.at(-1)?.method).toBe('DELETE')
  expect(session.state.value).toEqual({ step: 'signed-out' })
})
