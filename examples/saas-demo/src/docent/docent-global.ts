/** The part of Docent's script-tag interface that Paperlane uses. A call made before the widget is there waits in a queue. */
export interface DocentGlobal {
  (method: 'options', options: object): unknown
  (method: 'start'): unknown
  (method: 'identify', visitor: DocentVisitor, token: (why: string) => Promise<string>): unknown
  (method: 'update', traits: Traits): unknown
  (method: 'track', event: string, data?: Traits): unknown
  (method: 'signOut'): unknown
}

export type Traits = Readonly<Record<string, string | number | boolean>>

export interface DocentVisitor {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly traits: Traits
}

declare global {
  interface Window {
    Docent?: DocentGlobal
  }
}
