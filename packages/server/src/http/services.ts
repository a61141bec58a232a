import type { Capabilities, Id } from '@docent/protocol'
import type { Log } from '../base/log.ts'
import type { AppBot } from '../bot/run-bots.ts'
import type { Content } from '../content/content.ts'
import type { BlobStore } from '../files/blob-store.ts'
import type { FileLinks } from '../files/file-links.ts'
import type { AccessTokens } from '../identity/access-token.ts'
import type { VerifyVisitorToken } from '../identity/visitor-token.ts'
import type { Presence } from '../live/presence.ts'
import type { PresenceNews } from '../live/presence-news.ts'
import type { Subscribers } from '../live/subscribers.ts'
import type { ResolvedOptions } from '../options/resolve-options.ts'
import type { AppOptions } from '../options/server-options.ts'
import type { Store } from '../store/store.ts'
import type { RateLimits } from './rate-limits.ts'

/** One configured app. */
export interface App {
  readonly options: AppOptions
  readonly content: Content
  readonly bot: AppBot | undefined
  readonly capabilities: Capabilities
  readonly verifyToken: VerifyVisitorToken
}

/** What the routes work with. */
export interface Services {
  readonly options: ResolvedOptions
  readonly store: Store
  readonly log: Log
  readonly apps: ReadonlyMap<Id, App>
  readonly accessTokens: AccessTokens
  readonly presence: Presence
  readonly presenceNews: PresenceNews
  readonly subscribers: Subscribers
  readonly limits: RateLimits
  readonly blobs: BlobStore
  readonly fileLinks: FileLinks
  /** Where browsers reach the server, without a slash at the end. */
  readonly publicUrl: string
}
