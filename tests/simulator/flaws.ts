import type { Change } from './bundle.ts'

/** A rule of the engine, broken on purpose in the sources of a test build: what proves that the simulator would notice. */
export interface Flaw {
  /** Number of the rule in docs/reference/transport-contract.md, and how it is broken. */
  readonly name: string
  readonly changes: readonly Change[]
  /** Shows in one of many hundred runs: tried by `pnpm proof` alone. */
  readonly isRare: boolean
}

const engine = 'packages/core/src/engine'
const chat = 'packages/chat/src'

const flaw = (name: string, file: string, from: string, to: string): Flaw => ({
  ...{ name, changes: [{ file, from, to }], isRare: false },
})
const rare = (...parts: Parameters<typeof flaw>): Flaw => ({ ...flaw(...parts), isRare: true })

export const flaws: readonly Flaw[] = [
  flaw(
    'E1 sends without writing down',
    `${engine}/outbox-entries.ts`,
    'await storage.write([{ key: keyOf(entry), value: entry }, ...alongside])',
    'await storage.write([...alongside])',
  ),
  flaw(
    'E1 forgets what is added while it reads',
    `${engine}/outbox-entries.ts`,
    'return before === version ?',
    'return before <= version ?',
  ),
  flaw(
    'E1 does not store who sends',
    `${engine}/connect.ts`,
    'write(session.remember({ state: hello.state }), {',
    'void (session.remember({ state: hello.state }), {',
  ),
  rare(
    'E1 stores who sends over what another tab has stored',
    `${engine}/connect.ts`,
    'write(session.remember({ state: hello.state }), {',
    'write(session.remember({ state: hello.state })); void ({',
  ),
  flaw(
    'E2 sends everything at once',
    `${engine}/lanes.ts`,
    'const lane = laneOf(entry)',
    'const lane = entry.command.id',
  ),
  flaw(
    'E3 sends again under another id',
    `${engine}/deliver.ts`,
    'transport.perform(command, scope.signal)',
    'transport.perform({ ...command, id: crypto.randomUUID() }, scope.signal)',
  ),
  flaw('E4 knows no message again', `${chat}/reduce.ts`, 'id === message.id ||', 'false ||'),
  rare('E4 takes what is older', `${chat}/reduce.ts`, 'known.revision >= message.revision', 'false'),
  flaw('E5 moves the cursor alone', `${engine}/connect.ts`, 'write([...cached, ...remembered])', 'write(remembered)'),
  flaw('E6 leaves gaps', `${engine}/catch-up.ts`, 'receiver.connected?.(false)', 'undefined'),
  flaw('E6 tries once', `${engine}/close-gaps.ts`, "toTransportError(error).retry === 'never'", 'error'),
  flaw(
    'E7 fetches messages only',
    `${chat}/history.ts`,
    "apply({ type: 'conversations-fetched', conversations: items })",
    'void items',
  ),
  flaw('E8 gives up', `${engine}/connection.ts`, '!own.signal.aborted; attempt++', 'attempt < 2; attempt++'),
  flaw('E9 connects in every tab', `${engine}/take-turn.ts`, 'if (leads) {', 'if (tabs) {'),
  {
    name: 'E9 works the outbox in every tab',
    changes: [
      { file: `${engine}/take-turn.ts`, from: 'if (leads) {', to: 'if (tabs) {' },
      { file: 'packages/core/src/browser/with-lock.ts', from: 'if (!locks)', to: 'if (name)' },
    ],
    isRare: false,
  },
  rare('E9 lets go of the lock too early', `${engine}/deliver.ts`, '    await Promise.all(busy.values())\n', ''),
  flaw(
    'E10 leaves things behind on signing out',
    'packages/core/src/identity/become.ts',
    'if (await shared.write([next, ...sealed], endingsAt(endings)))',
    "if (next.key === '')",
  ),
  flaw(
    'E10 drops what was not sent on signing in',
    'packages/core/src/identity/become.ts',
    'await takeUnsentAlong(anonymous, runtime.realm.peek())',
    '',
  ),
  flaw(
    'E11 asks for every token',
    'packages/core/src/identity/create-identity.ts',
    '(asking ??= getToken(why)',
    '(asking = getToken(why)',
  ),
  flaw(
    'E12 lets people type for ever',
    `${chat}/record.ts`,
    "event.type === 'typing-changed' && event.typing",
    'false',
  ),
  flaw('E13 stores what it hears', `${engine}/connect.ts`, 'if (session.kept) write([...cached', 'write([...cached'),
  flaw('E14 keeps the beginning of an answer', `${chat}/reduce.ts`, "    case 'message-changed':\n", ''),
]
