import type { Answered, Asked } from '../../adapt/testing/serve-double.ts'
import type { HomeserverState, Room, StoredEvent } from './homeserver-state.ts'

export const agent = '@support:double'
const maxEventBytes = 65_536

export const refuse = (status: number, errcode: string, error: string): Answered => ({
  status,
  body: { errcode, error },
})

const asTold = ({ at: _, ...event }: StoredEvent) => event

/** The first attempt is answered with what is to be done; the second shows that it was. */
export function register({ sessions, users }: HomeserverState, { body }: Asked): Answered {
  const auth = body.auth as { type?: string; session?: string } | undefined
  if (auth?.type !== 'm.login.dummy' || !sessions.delete(String(auth.session))) {
    const session = crypto.randomUUID()
    sessions.add(session)
    return { status: 401, body: { flows: [{ stages: ['m.login.dummy'] }], params: {}, session } }
  }
  const user_id = `@${crypto.randomUUID()}:double`
  const access_token = crypto.randomUUID()
  users.set(access_token, user_id)
  return { body: { user_id, access_token, device_id: 'DEVICE', home_server: 'double' } }
}

export function createRoom({ rooms, append }: HomeserverState, user: string): Answered {
  const id = `!${crypto.randomUUID()}:double`
  const room: Room = {
    ...{ id, members: new Set([user, agent]), timeline: [], receipts: new Map() },
    typing: { users: [], at: 0 },
  }
  rooms.set(id, room)
  append(room, user, { creator: user }, 'm.room.create')
  append(room, user, { membership: 'join' }, 'm.room.member')
  return { body: { room_id: id } }
}

export async function sync(state: HomeserverState, user: string, { query, signal }: Asked): Promise<Answered> {
  const since = Number(query.get('since')?.slice(1) ?? 0)
  const { room: { rooms: wanted = [], timeline: { limit = 10 } = {} } = {} } = JSON.parse(query.get('filter') ?? '{}')
  const until = Date.now() + Number(query.get('timeout') ?? 0)
  for (;;) {
    const next_batch = `s${state.position()}`
    const news = [...state.rooms.values()]
      .filter(({ id, members }) => members.has(user) && wanted.includes(id))
      .map((room) => [room.id, newsOf(room, since, limit)] as const)
      .filter(([, { timeline, ephemeral }]) => timeline.events.length > 0 || ephemeral.events.length > 0)
    const left = until - Date.now()
    if (since === 0 || news.length > 0 || left <= 0 || signal.aborted)
      return { body: { next_batch, rooms: { join: Object.fromEntries(news) } } }
    await state.wait(left, signal)
  }
}

function newsOf({ timeline, receipts, typing }: Room, since: number, limit: number) {
  const all = timeline.filter(({ at }) => at > since)
  const events = all.slice(-limit)
  const read = [...receipts].filter(([, { at }]) => at > since)
  const receipt = Object.fromEntries(read.map(([id, { eventId }]) => [eventId, { 'm.read': { [id]: { ts: 1 } } }]))
  const ephemeral = [
    ...(read.length > 0 ? [{ type: 'm.receipt', content: receipt }] : []),
    ...(typing.at > since ? [{ type: 'm.typing', content: { user_ids: typing.users } }] : []),
  ]
  const limited = all.length > events.length
  return {
    timeline: { events: events.map(asTold), limited, prev_batch: `t${events[0]?.at ?? since + 1}` },
    ephemeral: { events: ephemeral },
  }
}

export function inRoom(
  state: HomeserverState,
  user: string,
  room: Room,
  what: readonly string[],
  asked: Asked,
): Answered {
  const { query, body, token } = asked
  const [name, first, second] = what
  if (name === 'messages') {
    const older = room.timeline.filter(({ at }) => at < Number(query.get('from')?.slice(1))).reverse()
    const chunk = older.slice(0, Number(query.get('limit') ?? 10))
    const end = chunk.length < older.length ? { end: `t${chunk.at(-1)?.at}` } : {}
    return { body: { chunk: chunk.map(asTold), start: query.get('from'), ...end } }
  }
  if (name === 'send') {
    const key = `${token} ${second}`
    const before = state.transactions.get(key)
    if (before !== undefined) return { body: { event_id: before } }
    if (JSON.stringify(body).length > maxEventBytes) return refuse(413, 'M_TOO_LARGE', 'event too large')
    const { event_id } = state.append(room, user, body, first)
    state.transactions.set(key, event_id)
    return { body: { event_id } }
  }
  if (name === 'receipt') room.receipts.set(user, { eventId: String(second), at: state.tick() })
  if (name === 'typing') room.typing = { users: body.typing ? [user] : [], at: state.tick() }
  return { body: {} }
}
