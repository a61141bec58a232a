import type { Runtime } from '../runtime.ts'

const loaded = () => import('./between-origins.ts')

/** Answers an address of the app with what carries the visitor there. */
export const handover = async (runtime: Runtime, url: string | URL): Promise<string> =>
  (await loaded()).handover(runtime, url)

/** Takes in who comes from another origin of the app. To be awaited before anybody is here. */
export const arrive = async (runtime: Runtime, report: (error: unknown) => void): Promise<void> =>
  (await loaded()).arrive(runtime).catch(report)
