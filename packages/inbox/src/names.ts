import type { Translate } from '@docent/core'
import type { Id } from '@docent/protocol'
import type { inboxMessages } from './messages.ts'

interface Named {
  readonly id: Id
  readonly name?: string
  readonly email?: string
}

/** What to call a visitor: by name, else by address, else by the end of the id, so that two strangers differ. */
export function visitorName(t: Translate<typeof inboxMessages>, { id, name, email }: Named): string {
  const code = id
    .replace(/[^a-z0-9]/gi, '')
    .slice(-4)
    .toUpperCase()
  return name?.trim() || email || t('visitor.nameless', { code })
}

export const firstName = (name: string): string => (name.includes('@') ? name : (name.split(/\s+/)[0] ?? name))
