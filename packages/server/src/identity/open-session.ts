import { type Capabilities, type Id, type SessionAnswer, type SessionRequest, TransportError } from '@docent/protocol'
import { hashSecret, randomSecret, secretMatches } from '../base/ids.ts'
import { announceVisitor } from '../commands/announce.ts'
import {
  findVisitor,
  findVisitorByExternalId,
  insertVisitor,
  markSeen,
  updateVisitor,
  type VisitorRow,
} from '../records/visitors.ts'
import { formatCursor, parseCursor, type Store, type Unit } from '../store/store.ts'
import type { AccessTokens } from './access-token.ts'
import { takeHandover } from './handover.ts'
import { mergeVisitors } from './merge-visitors.ts'
import type { SignedVisitor, VerifyVisitorToken } from './visitor-token.ts'

export interface SessionContext {
  readonly store: Store
  readonly appId: Id
  readonly accessTokens: AccessTokens
  readonly verifyToken: VerifyVisitorToken
  readonly capabilities: Capabilities
}

/** Who comes: a visitor known by secret, one that the customer's token names, or somebody new. */
export async function openSession(context: SessionContext, request: SessionRequest): Promise<SessionAnswer> {
  const { store, appId, accessTokens, verifyToken, capabilities } = context
  const signed = request.token === undefined ? undefined : await verifyToken(request.token)
  const { handedOver, ...visitor } = await store.write(appId, (unit) =>
    signed ? enterSigned(unit, signed, request.visitor) : enterAnonymous(unit, request),
  )
  const isSamePerson = request.visitor?.id === visitor.id
  const { cursor, resumed } = await findCursor(store, appId, isSamePerson ? request.cursor : undefined)
  const { token: accessToken, expiresAt } = await accessTokens.issue({ visitorId: visitor.id, appId })
  const session = { visitor, accessToken, expiresAt, capabilities, cursor, resumed, serverNow: Date.now() }
  return handedOver ? { ...session, handedOver } : session
}

/** Where the events of this session begin. A cursor that is foreign or too old is no error: history is fetched instead. */
export async function findCursor(store: Store, appId: Id, cursor: string | undefined) {
  const { last, pruned } = await store.positions(appId)
  const position = cursor === undefined ? undefined : parseCursor(store.epoch, cursor)
  const resumed = position !== undefined && position >= pruned && position <= last
  return { cursor: formatCursor(store.epoch, resumed ? position : last), resumed }
}

type Credentials = SessionAnswer['visitor']
type Entered = Credentials & Pick<SessionAnswer, 'handedOver'>

/**
 * A handover goes before what this browser knew: a visitor of its own becomes the one who comes. One who has written stays who they are: the address may
 * come from a stranger, who would get to read it all. A handover that is spent or too old is no error, because people open an address again.
 */
async function enterAnonymous(unit: Unit, { visitor: given, handover }: SessionRequest): Promise<Entered> {
  const guest = handover !== undefined && given ? await findGuest(unit, given) : undefined
  const stays = guest !== undefined && (await hasConversations(unit, guest))
  const handed = handover === undefined || stays ? undefined : await takeHandover(unit, handover)
  if (handed) {
    if (guest && guest.id !== handed.id) await mergeVisitors(unit, guest, handed.row)
    await markSeen(unit.database, handed.id, unit.now)
    return { id: handed.id, secret: handed.secret, handedOver: true }
  }
  if (!given) {
    const secret = randomSecret()
    const row = await insertVisitor(unit.database, { appId: unit.appId, now: unit.now, secret })
    return { id: row.id, secret }
  }
  const row = await findVisitor(unit.database, unit.appId, given.id)
  // Nobody can come back as one who has become another, elsewhere perhaps.
  const isThere = row && row.erased_at === null && row.merged_into === null
  if (isThere && (row.external_id !== null || (await isProven(unit, row, given)))) {
    if (row.external_id !== null) {
      throw new TransportError(
        'auth-expired',
        'This visitor is signed in: send a fresh `token`, or leave out `visitor`.',
      )
    }
    await markSeen(unit.database, row.id, unit.now)
    return given
  }
  throw new TransportError(
    'auth-rejected',
    'The visitor or the secret is not known here. Leave out `visitor` to begin anew.',
  )
}

/** By the secret of the first origin, or one that a handover gave. */
async function isProven({ database }: Unit, row: VisitorRow, { secret }: Credentials): Promise<boolean> {
  if (secretMatches(secret, row.secret_hash)) return true
  const other = await database
    .selectFrom('visitor_secret')
    .select('visitor_id')
    .where('secret_hash', '=', hashSecret(secret))
    .executeTakeFirst()
  return other?.visitor_id === row.id
}

async function hasConversations({ database }: Unit, { id }: VisitorRow): Promise<boolean> {
  const first = await database.selectFrom('conversation').select('id').where('visitor_id', '=', id).limit(1).execute()
  return first.length > 0
}

/** An anonymous visitor who is really the one, and can still become another. */
async function findGuest(unit: Unit, given: Credentials): Promise<VisitorRow | undefined> {
  const row = await findVisitor(unit.database, unit.appId, given.id)
  const isFree = row && row.external_id === null && row.merged_into === null && row.erased_at === null
  return isFree && (await isProven(unit, row, given)) ? row : undefined
}

/** A signed-in visitor has no secret: what a browser stores must not stand in for a token. */
async function enterSigned(
  unit: Unit,
  { externalId, facts }: SignedVisitor,
  given: Credentials | undefined,
): Promise<Entered> {
  const { database, appId, now } = unit
  const known = await findVisitorByExternalId(database, appId, externalId)
  const row = known ?? (await insertVisitor(database, { appId, now, externalId }))
  const claims = JSON.stringify(facts)
  let current = row
  if (row.claims === claims) await markSeen(database, row.id, now)
  else current = await updateVisitor(database, row, { claims }, now)
  const guest = given && given.id !== row.id ? await findGuest(unit, given) : undefined
  if (guest) await mergeVisitors(unit, guest, current)
  else if (row.claims !== claims) await announceVisitor(unit, row.id)
  return { id: row.id, secret: '' }
}
