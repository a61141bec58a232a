import type { AppConfig } from '@docent/protocol'
import type { Signal } from '@preact/signals-core'
import { systemClock } from './browser/clock.ts'
import type { DocentOptions } from './options.ts'

/** The launcher waits this long for the app's colours before it stands in the default ones. */
const patienceMs = 800

/**
 * Puts the backend's configuration below the host's own fields. Resolves when the launcher can be drawn; the answer may come
 * later, or never.
 */
export async function loadAppConfig(
  config: Signal<AppConfig>,
  { transport, remoteConfig }: DocentOptions,
  signal: AbortSignal,
  report: (error: unknown) => void,
): Promise<void> {
  if (remoteConfig === false) return
  const own = config.peek()
  const loaded = transport.query('content', { kind: 'config' }, signal).then((answer) => {
    if (answer !== 'unchanged') config.value = { ...(answer as AppConfig), ...own }
  }, report)
  if (!own.accent) await Promise.race([loaded, systemClock.wait(patienceMs, signal)])
}
