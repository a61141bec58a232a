import type { AppConfig, Id, ShowableSurface } from '@docent/protocol'
import type { Log } from '../base/log.ts'
import type { BotOptions } from '../bot/bot.ts'
import type { BlobStore } from '../files/blob-store.ts'
import type { ReplyOptions } from '../reply/reply-options.ts'

/** A key that the customer's backend signs visitor tokens with. A token is checked with the algorithm of its key, no other. */
export interface TokenKey {
  /** `kid` of the tokens it signs. Without one it is tried for every token of its algorithm. */
  readonly id?: string
  readonly algorithm: 'HS256' | 'RS256' | 'ES256' | 'EdDSA'
  /** HS256: a secret of at least 32 bytes. The others: the public key as PEM (`BEGIN PUBLIC KEY`) or as a JWK in JSON. */
  readonly key: string
}

/** An app of the customer: its visitors, conversations and agents are apart from those of others. */
export interface AppOptions extends Pick<AppConfig, 'name' | 'accent' | 'replyTime' | 'team' | 'presence'> {
  /** Lets a bot answer first, and hand over to people. `true`: from the help centre of `helpDir`. Default: none. */
  readonly bot?: boolean | BotOptions
  /** Office hours and how fast the team answers: the widget says it in the visitor's time zone. */
  readonly reply?: ReplyOptions
  /** Letters, digits, `-` and `_`; what `data-app` of the script tag says. */
  readonly id: Id
  /** Tours and checklists of the host page that agents can have shown, beside the articles of `helpDir`. */
  readonly surfaces?: readonly ShowableSurface[]
  /** Folder that `docent build` wrote, with `manifest.json` in it. */
  readonly helpDir?: string
  /**
   * The folder of `docent build … --restricted`: articles that not everyone may read. Handed out to visitors whose signed token says in its
   * `traits` that they may: `audience`, a name or a list of names, and `plan`. Must not be served by anything else.
   */
  readonly restrictedHelpDir?: string
  /** JSON with tours, tips and checklists, for pages whose options say `definitions: true`. Read again when it changes. */
  readonly definitionsFile?: string
  /** Origins of host pages, for example `https://app.acme.com`. Default: any. */
  readonly origins?: readonly string[]
  readonly tokenKeys?: readonly TokenKey[]
}

/** How much one visitor or address may ask for. Generous: they stop loops and floods, not people. */
export interface Limits {
  /** Commands of one visitor or agent. Default 600, all of which may come at once. */
  readonly commandsPerMinute?: number
  /** Requests of one address. Default 6000. */
  readonly requestsPerMinute?: number
  /** New sessions of one address. Default 600. */
  readonly sessionsPerMinute?: number
  /** Attempts of one address, and for one account, to sign in as an agent. Default 10. */
  readonly signInsPerMinute?: number
  /** Files from one address, or of one agent. Default 60. */
  readonly uploadsPerMinute?: number
  /** What the files of one visitor may have together. Default 25 MB. */
  readonly uploadBytesPerVisitor?: number
}

/** How long events stay for visitors who come back; a later one fetches history instead. */
export interface Retention {
  /** Default 30. */
  readonly days?: number
  /** Newest events kept per app. Default 500,000. */
  readonly events?: number
}

export interface ServerOptions {
  /** Default `127.0.0.1`: only this machine. */
  readonly host?: string
  /** Default 4100; 0 takes any that is free. */
  readonly port?: number
  /** Where database, key and lock live. Default `.data/docent`. */
  readonly dataDir?: string
  /** `postgres://…`, or `file:…` for a libSQL file elsewhere. Default: `docent.db` in the data folder. */
  readonly databaseUrl?: string
  /** Default: those of the configuration file, or one app named `default`. */
  readonly apps?: readonly AppOptions[]
  /** JSON with `{ "apps": [...] }`, read when `apps` is absent. Default: `docent.config.json` in the data folder, if it is there. */
  readonly configFile?: string
  /** The address that browsers use, when a proxy stands before the server. Default: host and port. */
  readonly publicUrl?: string
  /** The built inbox. Default: the installed `@docent/inbox`. */
  readonly inboxDir?: string
  /** Built files of the widget, served under `/cdn/`. Default: none. */
  readonly cdnDir?: string
  /** Believe `X-Forwarded-For`, because a proxy of yours sets it. Default false. */
  readonly trustProxy?: boolean
  /** Where files that people send are kept. Default: `files` in the data folder; several nodes need one that all reach. */
  readonly blobs?: BlobStore
  readonly limits?: Limits
  readonly retention?: Retention
  /** How often an idle events connection says that it lives. Default 15,000. */
  readonly keepAliveMs?: number
  /** How long after the last connection ended somebody still counts as online. Default 4000. */
  readonly presenceGraceMs?: number
  /** Default: lines on the console. */
  readonly log?: Log
}
