import { isIPv6 } from 'node:net'
import { isObject, TransportError } from '@docent/protocol'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { RateLimit } from './rate-limits.ts'

/** Refuses longer bodies before they are read. */
export const limitBody = (maxBytes: number) =>
  bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new TransportError('too-large', `The request has more than ${maxBytes} bytes. Send less at once.`)
    },
  })

/** The JSON object in the body. */
export async function readObject(context: Context): Promise<Record<string, unknown>> {
  let body: unknown
  try {
    body = await context.req.json()
  } catch (error) {
    if (error instanceof TransportError) throw error
    throw new TransportError('invalid', 'The body is not JSON.')
  }
  if (!isObject(body)) throw new TransportError('invalid', 'The body must be a JSON object.')
  return body
}

/** Who asks, for limits only. `X-Forwarded-For` counts when a proxy of the operator sets it. */
export function addressOf(context: Context, isProxyTrusted: boolean): string {
  const forwarded = isProxyTrusted ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return networkOf(forwarded || (getConnInfo(context).remote.address ?? 'unknown'))
}

/** Whoever has one address of IPv6 has 2⁶⁴ of them: they count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const groups = (text: string) => text.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail ?? '')]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

export function takeTurn(limit: RateLimit, key: string, what: string): void {
  const retryAfterMs = limit.take(key)
  if (retryAfterMs === undefined) return
  throw new TransportError('rate-limited', `Too many ${what}; wait ${retryAfterMs} ms.`, { retryAfterMs })
}
