import type { Consent } from '../options.ts'
import type { Runtime } from '../runtime.ts'
import { everything } from '../storage/storage.ts'
import { wipe } from './become.ts'

const measuring = () => import('../measure/measure.ts')

/** Moves what is in use to where it may be now; whatever may not be there any more is deleted. */
export async function changeConsent(runtime: Runtime, change: Partial<Consent>): Promise<void> {
  const { consent, realm, enter } = runtime
  const before = consent.peek()
  const next = { ...before, ...change }
  const context = realm.peek()?.context
  if (context && before.measurement && !next.measurement) await (await measuring()).stopMeasuring(context.storage)
  if (next.storage === before.storage || !context) {
    consent.value = next
    if (context && next.measurement && !before.measurement) (await measuring()).measure(context, { consent, past: [] })
    return
  }
  await runtime.change(async () => {
    const here = realm.peek()
    if (!here) return
    const { identity } = here.owner
    here.context.scope.dispose()
    const { shared: from } = await here.storage.open()
    consent.value = next
    const { shared: to } = await runtime.storageOf('').open()
    const entries = await from.read(everything)
    if (entries.length > 0) await to.write(entries.map(([key, value]) => ({ key, value })))
    await wipe(from)
    await enter({ ...(identity && { identity }) })
  })
}
