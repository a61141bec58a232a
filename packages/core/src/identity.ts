/** A JWT that the customer's backend signed; asked for again when it ran out. */
export type GetToken = (why: 'first' | 'expired' | 'rejected') => Promise<string>

/** Whose session this is: nobody's yet, or a signed-in visitor's. */
export interface SignedIdentity {
  readonly id: string
  readonly getToken: GetToken
}

/** Schema version of what is stored; part of every database and lock name. */
const version = 'v1'

/** One database per app and identity, so that nothing of one person is ever read as another's. */
export const storageNameOf = (app: string, identity: SignedIdentity | undefined): string =>
  ['docent', app, version, ...(identity ? [identity.id] : [])].join('/')

export const toGetToken = (token: string | GetToken): GetToken =>
  typeof token === 'string' ? async () => token : token
