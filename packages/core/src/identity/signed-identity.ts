/** A JWT that the customer's backend signed; asked for again when it ran out. */
export type GetToken = (why: 'first' | 'expired' | 'rejected') => Promise<string>

/** A signed-in visitor. */
export interface SignedIdentity {
  readonly id: string
  readonly getToken: GetToken
  /** How the host of this tab gets one, once it has said who is here. Until then other tabs are asked. */
  host?: GetToken
}
