import { origin, resolve } from '../browser/address.ts'
import { fail } from '../error.ts'
import type { FeatureContext } from '../feature.ts'
import type { Runtime } from '../runtime.ts'
import { readOne } from '../storage/storage.ts'
import { handoverParameter } from './arrive.ts'

/** Somebody has pressed a link and waits, ms. */
const patienceMs = 3000

export async function handover(runtime: Runtime, to: string | URL): Promise<string> {
  const url = resolve(to)
  if (!url || !/^https?:$/.test(url.protocol))
    fail('option-invalid', `handover() was given ${JSON.stringify(String(to))}`, 'Pass the address of a page')
  // A link that is pressed at once waits until it is known who is here.
  if (runtime.state.peek() === 'started') await runtime.start()
  const here = runtime.realm.peek()
  const isStranger = here && !here.owner.identity && (await readOne<object>(here.storage, 'link/state')) !== undefined
  const token = isStranger && url.origin !== origin() && (await askToken(here.context, url.origin))
  // Not by `searchParams`: what else is in the query stays as the host wrote it.
  if (token) url.search += `${url.search ? '&' : ''}${handoverParameter}=${token}`
  return url.href
}

async function askToken({ engine, clock, scope, report }: FeatureContext, to: string): Promise<string | undefined> {
  const asking = scope.child()
  void clock.wait(patienceMs, asking.signal).then(asking.dispose)
  try {
    const { link } = await engine()
    return (await link.query('handover', { from: origin(), to }, asking.signal)).token
  } catch (error) {
    report(error)
    return undefined
  } finally {
    asking.dispose()
  }
}
