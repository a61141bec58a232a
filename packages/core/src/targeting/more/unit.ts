import { type ReadonlySignal, signal } from '@preact/signals-core'
import type { FeatureContext } from '../../feature.ts'
import { newId } from '../../new-id.ts'
import { once } from '../../once.ts'
import type { Consent } from '../../options.ts'
import { readOne } from '../../storage/storage.ts'

/** With what is measured, so that it goes when consent is taken back. */
const unitKey = 'measure/unit'

/** Who is sampled: whom the host knows by an id, else a random id that is kept where measurement was consented to, else nobody. */
export function createUnit(
  { storage, visitor, report }: Pick<FeatureContext, 'storage' | 'visitor' | 'report'>,
  consent: ReadonlySignal<Consent>,
): () => string | undefined {
  const kept = signal<string | undefined>(undefined)
  const keep = once(async () => {
    const known = await readOne<string>(storage, unitKey)
    const unit = known ?? newId()
    if (!known) await storage.write([{ key: unitKey, value: unit }])
    kept.value = unit
  })
  return () => {
    const { id } = visitor.value
    if (id !== undefined) return id
    if (!consent.value.measurement) return undefined
    keep().catch(report)
    return kept.value
  }
}
