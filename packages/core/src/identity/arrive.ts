import type { Handover, Json } from '@docent/protocol'
import { cameFrom, takeParameter } from '../browser/address.ts'
import { systemClock } from '../browser/clock.ts'
import type { Runtime } from '../runtime.ts'
import { cachePrefix, keysWith, outboxPrefix, readOne, type Stored } from '../storage/storage.ts'
import { cookieState, keepCookie } from './visitor-cookie.ts'

/** The parameter in which the token of a handover travels. */
export const handoverParameter = 'docent-handover'

/** The widget begins without whoever comes when the backend does not answer within this time, ms. */
const patienceMs = 4000

/**
 * Takes in who is known on another origin of the app: by a one-time token in the address, or by a cookie that the origins share. Before anybody
 * is here: if the host signs them in, this is who they were before.
 */
export async function arrive(runtime: Runtime): Promise<void> {
  const token = takeParameter(handoverParameter)
  const from = cameFrom()
  try {
    if (token && from) await takeOver(runtime, { token, from })
    const known = cookieState(runtime)
    if (known !== undefined && (await stateHere(runtime)) === undefined) await continueAs(runtime, known)
  } finally {
    keepCookie(runtime)
  }
}

const stateHere = async (runtime: Runtime): Promise<Json | undefined> =>
  (await readOne<object>(runtime.storageOf(''), 'link/state')) as Json | undefined

/** Somebody who has written here stays who they are, and so does who comes from where the token was not made: the backend sees to that. */
async function takeOver(runtime: Runtime, handover: Handover): Promise<void> {
  // What is not sent yet is theirs as well, and the backend does not know of it.
  if ((await runtime.storageOf('').read(keysWith(outboxPrefix), 1)).length > 0) return
  const state = await stateHere(runtime)
  const { options, scope } = runtime
  const connecting = scope.child()
  void systemClock.wait(patienceMs, connecting.signal).then(connecting.dispose)
  const deaf = { events() {}, lost() {} }
  const session = { app: options.app ?? 'default', state, handover }
  const hello = await options.transport.connect(session, deaf, connecting.signal).finally(connecting.dispose)
  if (hello.handedOver && hello.state !== undefined) await continueAs(runtime, hello.state)
}

async function continueAs(runtime: Runtime, state: Json): Promise<void> {
  const anonymous = runtime.storageOf('')
  // What is cached is of whoever was here before.
  const gone = [...(await anonymous.read(keysWith(cachePrefix))), ...(await anonymous.read(keysWith('link/')))]
  await anonymous.write([
    ...gone.map(([key]) => ({ key, value: undefined })),
    { key: 'link/state', value: state as Stored },
  ])
  const isKept = anonymous.durability !== 'memory'
  whenHere(runtime, () => {
    const { realm, change, enter } = runtime
    // Where nothing can be stored they are who came for as long as the page is there.
    if (isKept) void realm.peek()?.openLink()
    else void change(() => enter({ ...realm.peek()?.owner, continues: state }))
  })
}

function whenHere({ scope, realm }: Runtime, then: () => void): void {
  const waiting = scope.child()
  waiting.effect(() => {
    if (!realm.value) return
    queueMicrotask(() => {
      waiting.dispose()
      then()
    })
  })
}
