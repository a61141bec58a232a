/** A `fetch` to a backend in this process, whose connections can be cut. */
export function createBreakableFetch(answer: (request: Request) => Promise<Response>) {
  const open = new Set<() => void>()
  let breaksNext = false
  const breakableFetch: typeof fetch = (input, { signal, ...init } = {}) =>
    new Promise((resolve, reject) => {
      const end = (): void => {
        open.delete(cut)
        signal?.removeEventListener('abort', cut)
      }
      const cut = (): void => {
        end()
        reject(new TypeError('The connection was reset'))
      }
      open.add(cut)
      if (signal?.aborted || breaksNext) {
        breaksNext = false
        return cut()
      }
      signal?.addEventListener('abort', cut)
      answer(new Request(String(input), init))
        .then(resolve, reject)
        .finally(end)
    })
  return {
    fetch: breakableFetch,
    /** Cuts what is under way; where nothing is, what comes next. */
    cut() {
      breaksNext = open.size === 0
      for (const one of [...open]) one()
    },
  }
}
