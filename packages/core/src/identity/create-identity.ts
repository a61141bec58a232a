import type { Runtime } from '../runtime.ts'
import { openTabs } from './open-tabs.ts'
import type { GetToken, SignedIdentity } from './signed-identity.ts'

/** Another tab that does not answer within this time, in ms, has no token to give. */
const patienceMs = 10_000

/** @param host Absent: the visitor has signed in in another tab, and its host is asked for tokens. */
export function createIdentity(runtime: Runtime, id: string, host?: GetToken): SignedIdentity {
  const getToken = askedOnce((why) => (identity.host ?? tokenOfOtherTab(runtime, id))(why))
  const identity: SignedIdentity = { id, getToken, ...(host && { host }) }
  return identity
}

/** E11: however many ask at once, the host page is asked once. */
function askedOnce(getToken: GetToken): GetToken {
  let asking: Promise<string> | undefined
  return (why) =>
    (asking ??= getToken(why).finally(() => {
      asking = undefined
    }))
}

const tokenOfOtherTab =
  ({ storageName, scope, realm }: Runtime, id: string): GetToken =>
  async (why) => {
    const waiting = scope.child()
    const tabs = openTabs(storageName, waiting)
    const answer = new Promise<string | undefined>((resolve) => {
      tabs.onmessage = ({ data }) => {
        if (data.kind === 'token' && data.id === id) resolve(data.token)
      }
      waiting.add(() => resolve(undefined))
    })
    tabs.postMessage({ kind: 'token-wanted', id, why })
    void realm.peek()?.context.clock.wait(patienceMs, waiting.signal).then(waiting.dispose)
    const token = await answer
    waiting.dispose()
    if (token === undefined) throw new Error('No tab knows a token: call docent.identify() on this page, too')
    return token
  }
