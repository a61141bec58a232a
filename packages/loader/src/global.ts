/** One call as the page made it: `arguments` of the stub, or a list. */
export type Call = ArrayLike<unknown>
export type Deliver = (call: Call) => Promise<unknown>
export type Boot = (settings: DOMStringMap, options: readonly Call[]) => Promise<Deliver>

/** The one global name. */
export interface Global {
  (...call: unknown[]): Promise<unknown> | undefined
  /** Calls that came before the loader. */
  q?: Call[]
}

/**
 * Takes the place of the page's stub: every call waits for the widget and answers with the promise of the real call.
 * @param load Brings the widget. A failure is tried again with the next call, and when the network is back; nothing is lost.
 */
export function install(script: HTMLScriptElement, load: () => Promise<Boot>): void {
  const scope = window as unknown as Record<string, Global | undefined>
  const name = script.dataset.global ?? 'Docent'
  const stub = scope[name]
  if (stub && 'ready' in stub) return
  const early: Call[] = stub?.q ?? []
  const options: Call[] = []
  let booted = false
  /** Someone waits: called again by every call, so that a failure is not the end of it. */
  let asked = false
  let again = (): void => void (asked = true)
  let open = (): void => {}
  const gate = new Promise<void>((resolve) => (open = resolve))

  const bring = (): Promise<Boot> =>
    load().catch((error) => {
      console.error(error)
      const retry = new Promise<void>((resolve) => {
        again = resolve
        if (asked) resolve()
        asked = false
      })
      addEventListener('online', again, { once: true })
      return retry.then(bring)
    })
  const ready: Promise<Deliver> = gate.then(bring).then((boot) => {
    booted = true
    return boot(script.dataset, options)
  })
  const docent: Global = Object.assign(
    async (...call: unknown[]) => {
      if (call[0] === 'options' && !booted) return void options.push(call)
      if (call[0] === 'start') open()
      again()
      const answer = await (await ready)(call)
      if (call[0] === 'destroy' && scope[name] === docent) delete scope[name]
      return answer
    },
    { ready: true },
  )
  scope[name] = docent
  if (script.dataset.manual === undefined) open()
  ready.catch(console.error)
  for (const call of early) docent(...Array.from(call))?.catch(() => {})
}
