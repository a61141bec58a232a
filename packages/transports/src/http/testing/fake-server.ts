/** A server for unit tests of this folder: answers by path, and writes down what it was asked. */

export interface Asked {
  readonly path: string
  readonly method: string
  readonly headers: Headers
  readonly credentials: string | undefined
  readonly body: unknown
  readonly signal: AbortSignal | undefined
}

export type Answer = (asked: Asked) => Response | Promise<Response>

export interface FakeServer {
  readonly fetch: typeof fetch
  readonly asked: readonly Asked[]
  /** The requests to one path, without its query. */
  to(path: string): readonly Asked[]
}

/** @param answers by path without query, for example `/v1/session`. Rejections stand for a broken network. */
export function createFakeServer(answers: Readonly<Record<string, Answer>>): FakeServer {
  const asked: Asked[] = []
  return {
    asked,
    to: (path) => asked.filter((one) => one.path.split('?')[0] === path),
    fetch: async (input, init = {}) => {
      const url = new URL(String(input), 'https://support.example')
      const one: Asked = {
        path: url.pathname + url.search,
        method: init.method ?? 'GET',
        headers: new Headers(init.headers),
        credentials: init.credentials,
        body: init.body === undefined ? undefined : JSON.parse(String(init.body)),
        signal: init.signal ?? undefined,
      }
      asked.push(one)
      init.signal?.throwIfAborted()
      const answer = answers[url.pathname]
      return answer ? await answer(one) : json({ error: { code: 'not-found', message: url.pathname } }, 404)
    },
  }
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

/** A stream of events that the test writes, in pieces as it likes. It breaks when its request is aborted. */
export function openStream(signal: AbortSignal | undefined) {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given
    },
  })
  signal?.addEventListener('abort', () => controller?.error(signal.reason))
  return {
    response: new Response(body, { headers: { 'content-type': 'text/event-stream' } }),
    write: (piece: string | Uint8Array) =>
      controller?.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece),
    end: () => controller?.close(),
    break: () => controller?.error(new TypeError('terminated')),
  }
}
