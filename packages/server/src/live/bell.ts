/** Wakes one sleeper; a ring before it sleeps is not lost. */
export interface Bell {
  ring(): void
  /** Resolves with the next ring, or after `ms`. */
  sleep(ms: number): Promise<void>
}

export function createBell(): Bell {
  let hasRung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      hasRung = true
      wake?.()
    },
    async sleep(ms) {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
        wake = undefined
      }
      hasRung = false
    },
  }
}
