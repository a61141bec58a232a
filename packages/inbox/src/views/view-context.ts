import type { Page, Translate } from '@docent/core'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Desk } from '../desk.ts'
import type { inboxMessages } from '../messages.ts'
import type { Router } from '../router.ts'
import type { SchemeSetting } from '../scheme.ts'
import type { InboxSession } from '../session.ts'
import type { Times } from '../times.ts'

/** What is there before anybody has signed in. */
export interface Basis {
  readonly t: Translate<typeof inboxMessages>
  readonly times: Times
  /** The time, told in steps of seconds: reading it keeps "12 min" true. */
  readonly now: ReadonlySignal<number>
  readonly page: Page
  readonly router: Router
  readonly session: InboxSession
  readonly scheme: SchemeSetting
}

/** What every part of the signed-in inbox is given. */
export interface ViewContext extends Basis {
  readonly desk: Desk
  readonly model: Desk['model']
  readonly screen: ScreenState
}

/** What is open on this screen and stands in no address. */
export interface ScreenState {
  readonly dialog: Signal<DialogName | undefined>
  /** The side bar, where it does not fit beside the list. */
  readonly sideOpen: Signal<boolean>
  readonly filter: Signal<string>
}
export type DialogName = 'set-up' | 'account' | 'shortcuts' | 'sign-out' | 'sign-out-failed'
