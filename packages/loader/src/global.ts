/** One call as the page made it: `arguments` of the stub, or a list. */
export type Call = ArrayLike<unknown>
export type Deliver = (call: Call) => Promise<unknown>
export type Boot = (settings: DOMStringMap, calls: readonly Call[]) => Deliver

/** The one global name. */
export interface Global {
  (...call: unknown[]): Promise<unknown> | undefined
  /** Calls that came before the loader. */
  q?: Call[]
}

/**
 * Takes the place of the page's stub: calls are kept until the widget is there, and answer with the promise of the real call.
 * @param load Brings the widget. Tried again with the next call, and when the network is back.
 */
export function install(script: HTMLScriptElement, load: () => Promise<Boot>): void {
  const scope = window as unknown as Record<string, Global | undefined>
  const name = script.dataset.global ?? 'Docent'
  const stub = scope[name]
  if (stub && 'ready' in stub) return
  const early: Call[] = stub?.q ?? []
  let ready: Promise<Deliver> | undefined
  const start = (): Promise<Deliver> => {
    ready ??= load().then((boot) => boot(script.dataset, early))
    ready.catch((error) => {
      ready = undefined
      console.error(error)
    })
    return ready
  }
  const docent: Global = Object.assign(
    async (...call: unknown[]) => {
      if (call[0] === 'options' && !started) return void early.push(call)
      const answer = await (await start())(call)
      if (call[0] === 'destroy' && scope[name] === docent) delete scope[name]
      return answer
    },
    { ready: true },
  )
  let started = false
  scope[name] = docent
  const adopt = (): void => {
    started = true
    start().then(
      (deliver) => {
        for (const call of early.splice(0)) if (call[0] !== 'options') deliver(call).catch(console.error)
      },
      () => addEventListener('online', adopt, { once: true }),
    )
  }
  adopt()
}
