import type { AppConfig } from '@docent/protocol'
import { signal } from '@preact/signals-core'
import { systemClock } from './browser/clock.ts'
import type { DocentOptions } from './options.ts'

/** The launcher waits this long for the app's colours before it stands in the default ones. */
const patienceMs = 800

/** The app's configuration: the backend's, with the host's own fields over it. */
export function createAppConfig(options: DocentOptions, report: (error: unknown) => void) {
  const config = signal<AppConfig>(options.config ?? {})
  const load = async (abort: AbortSignal): Promise<void> => {
    try {
      const answer = await options.transport.query('content', { kind: 'config' }, abort)
      if (answer !== 'unchanged') config.value = { ...(answer as AppConfig), ...options.config }
    } catch (error) {
      if (!abort.aborted) report(error)
    }
  }
  return {
    config,
    /** Resolves when the launcher can be drawn; the answer may come later. */
    async ready(abort: AbortSignal): Promise<void> {
      if (options.remoteConfig === false) return
      const loaded = load(abort)
      if (!config.peek().accent) await Promise.race([loaded, systemClock.wait(patienceMs, abort)])
    },
  }
}
