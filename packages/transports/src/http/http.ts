import type { QueryInput, Transport, VisitorVocabulary } from '@docent/protocol'
import type { VisitorConnection } from './visitor-connection.ts'

export interface HttpOptions {
  /** Where the server is: `https://support.acme.com`. Empty: where the page came from. */
  readonly url: string
  /** The app whose content is asked for. Default: `default`. */
  readonly app?: string
  /** Default: the platform's, as it is when the transport is made. */
  readonly fetch?: typeof fetch
}

/**
 * The transport to Docent's own server: commands and queries by POST, events by a stream that `fetch` reads.
 * Here is only what every page view needs: content, by one plain GET that any cache may answer. All else, the making of
 * errors too, is loaded on need; should that fail, a call rejects with the platform's error for it.
 * @example createDocent({ transport: http({ url: 'https://support.acme.com' }), features: [chat()] })
 */
export function http({ url, app = 'default', fetch = globalThis.fetch }: HttpOptions): Transport {
  const base = url.replace(/\/?$/, '/v1/')
  let connection: VisitorConnection | undefined
  const connected = async (): Promise<VisitorConnection> => {
    if (!connection) {
      const module = await import('./visitor-connection.ts')
      connection ??= module.createVisitorConnection(base, fetch)
    }
    return connection
  }
  return {
    name: 'http',
    connect: async (...call) => (await connected()).connect(...call),
    perform: async (...call) => (await connected()).perform(...call),
    async query(name, input, signal) {
      if (name !== 'content') return (await connected()).query(name, input, signal)
      const path = `content/${(input as QueryInput<VisitorVocabulary, 'content'>).kind}?app=${encodeURIComponent(app)}`
      try {
        const answer = await fetch(base + path, { credentials: 'omit', signal })
        if (answer.ok) return await answer.json()
        throw answer
      } catch (cause) {
        throw await (await connected()).failure(cause)
      }
    },
    upload: async (...call) => (await connected()).upload(...call),
    hint: (hint) => connection?.hint(hint),
  }
}
