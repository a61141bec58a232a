import type { Homeserver } from './homeserver.ts'
import type { MatrixAccount } from './matrix.ts'

interface Opening {
  readonly server: Homeserver
  readonly team: readonly string[]
  readonly roomName: string
  readonly signal: AbortSignal
}

/** A new account, and a room to which only the team is invited. */
export async function openAccount({ server, team, roomName, signal }: Opening): Promise<MatrixAccount> {
  const { user_id: userId, access_token: accessToken } = await server.register(signal)
  const body = { preset: 'private_chat', name: roomName, invite: team }
  const { room_id: roomId } = await server.call<{ room_id: string }>('/createRoom', { signal, accessToken, body })
  return { userId, accessToken, roomId }
}
