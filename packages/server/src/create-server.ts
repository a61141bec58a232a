import { createStartError } from './base/start-error.ts'
import { createAppBot } from './bot/create-app-bot.ts'
import { runBots } from './bot/run-bots.ts'
import { createContent } from './content/content.ts'
import { createFileLinks } from './files/file-links.ts'
import { startHousekeeping } from './housekeeping.ts'
import { createApp } from './http/create-app.ts'
import { listen } from './http/listen.ts'
import { createRateLimits } from './http/rate-limits.ts'
import type { App, Services } from './http/services.ts'
import { createSockets } from './http/sockets.ts'
import { createAccessTokens } from './identity/access-token.ts'
import { visitorCapabilities } from './identity/capabilities.ts'
import { loadServerKey } from './identity/server-key.ts'
import { createOwner, createSignInToken, type SignInLinkRequest } from './identity/sign-in-links.ts'
import { createVisitorTokenVerifier } from './identity/visitor-token.ts'
import { createContentNews } from './live/content-news.ts'
import { relayLiveNews } from './live/live-news.ts'
import { createPresence } from './live/presence.ts'
import { createPresenceNews } from './live/presence-news.ts'
import { createSubscribers } from './live/subscribers.ts'
import { type ResolvedOptions, resolveOptions } from './options/resolve-options.ts'
import type { AppOptions, ServerOptions } from './options/server-options.ts'
import { lockDataFolder } from './store/lock-data-folder.ts'
import { openStore } from './store/open-store.ts'
import type { Store } from './store/store.ts'

export interface DocentServer {
  /** Where it answers, without a slash at the end: `publicUrl`, or host and port. */
  readonly url: string
  readonly port: number
  /** Ends the event streams, lets running writes finish, closes the database. */
  close(): Promise<void>
  /** An address that signs an agent in once, within a day. Without name and e-mail address it is the owner's. */
  createSignInLink(request?: SignInLinkRequest & { readonly app?: string }): Promise<string>
}

/**
 * Starts the backend. Rejects with a `StartError` that says what is wrong and how to mend it.
 * @example
 * const server = await createServer({ port: 4100, apps: [{ id: 'acme', helpDir: 'help/dist' }] })
 * console.log(server.url)
 */
export async function createServer(given: ServerOptions = {}): Promise<DocentServer> {
  const options = resolveOptions(given)
  /** What was started, undone in reverse. */
  const ends: End[] = []
  const close = async () => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    const server = await start(options, (end) => ends.push(end))
    let closing: Promise<void> | undefined
    return { ...server, close: () => (closing ??= close()) }
  } catch (error) {
    await close()
    throw error
  }
}

type End = () => void | Promise<void>

async function start(options: ResolvedOptions, atEnd: (end: End) => void): Promise<Omit<DocentServer, 'close'>> {
  const { log, dataDir, databaseUrl } = options
  const lock = databaseUrl.startsWith('file:') ? lockDataFolder(dataDir) : undefined
  atEnd(() => lock?.release())
  const store = await openStore({ url: databaseUrl, log })
  atEnd(store.close)
  const door = await listen(options)
  atEnd(door.stop)
  const { port } = door
  const url = options.publicUrl ?? `http://${nameOfHost(options.host)}:${port}`
  lock?.describe(`process ${process.pid}, ${url}`)
  const services = await assemble(options, store, url)
  const bots = runBots({ store, log, botOf: (id) => services.apps.get(id)?.bot })
  atEnd(bots.close)
  atEnd(services.presence.close)
  atEnd(services.subscribers.endAll)
  const appIds = [...services.apps.keys()]
  const tellContent = createContentNews(services.subscribers, (id) => services.apps.get(id)?.content)
  const tell = (id: string) => Promise.all([services.presenceNews.tell(id), tellContent(id)])
  atEnd(startHousekeeping({ store, log, appIds, retention: options.retention, blobs: options.blobs, tell }))
  const linkFor = (token: string) => `${url}/inbox/#sign-in=${token}`
  for (const appId of appIds) {
    const token = await createOwner(store, appId)
    if (token !== undefined) log('info', `Set up the inbox of "${appId}" (once, within 24 hours): ${linkFor(token)}`)
  }
  const { fetch } = createApp(services)
  const sockets = createSockets({
    answer: async (call, upgrade) => fetch(call, { incoming: upgrade }),
    keepAliveMs: options.keepAliveMs,
  })
  atEnd(sockets.close)
  door.onUpgrade(sockets.upgrade)
  door.answer(fetch)
  return {
    url,
    port,
    async createSignInLink({ app = appIds[0] ?? 'default', ...request } = {}) {
      if (!services.apps.has(app)) throw createStartError('option-invalid', `There is no app "${app}" on this server.`)
      return linkFor(await createSignInToken(store, app, request))
    },
  }
}

async function assemble(options: ResolvedOptions, store: Store, publicUrl: string): Promise<Services> {
  const { log } = options
  const key = await loadServerKey(store, options.dataDir)
  const accessTokens = createAccessTokens(key)
  const fileLinks = createFileLinks(key, publicUrl)
  const describe = async (app: AppOptions): Promise<[string, App]> => [
    app.id,
    {
      options: app,
      content: createContent(app, publicUrl, log),
      bot: createAppBot(app),
      capabilities: visitorCapabilities((app.tokenKeys ?? []).length > 0),
      verifyToken: await createVisitorTokenVerifier(app),
    },
  ]
  const apps = new Map(await Promise.all(options.apps.map(describe)))
  const subscribers = createSubscribers(store)
  const presence = createPresence(store, options.presenceGraceMs)
  const limits = createRateLimits(options.limits)
  const optionsOf = (id: string) => apps.get(id)?.options
  const presenceNews = createPresenceNews({ store, subscribers, presence, optionsOf })
  relayLiveNews({ store, subscribers, presence, log, presenceNews })
  const { blobs } = options
  return {
    options,
    store,
    log,
    apps,
    accessTokens,
    presence,
    presenceNews,
    subscribers,
    limits,
    blobs,
    fileLinks,
    publicUrl,
  }
}

/** `0.0.0.0` listens everywhere, but is no address to open. */
function nameOfHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
