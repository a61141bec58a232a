/** The parts of the client-server API that are read here. */

export interface RoomEvent {
  readonly event_id: string
  readonly type: string
  readonly sender: string
  readonly origin_server_ts: number
  readonly content: Readonly<Record<string, unknown>>
  readonly unsigned?: { readonly transaction_id?: string }
}

export interface SyncAnswer {
  readonly next_batch: string
  readonly rooms?: { readonly join?: Readonly<Record<string, JoinedRoom>> }
}

export interface JoinedRoom {
  readonly timeline?: {
    readonly events?: readonly RoomEvent[]
    readonly limited?: boolean
    readonly prev_batch?: string
  }
  readonly ephemeral?: { readonly events?: readonly { readonly type: string; readonly content: unknown }[] }
}

export interface MessagesAnswer {
  readonly chunk: readonly RoomEvent[]
  readonly end?: string
}
