import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 10_000
const lookAgainMs = 50

/** Resolves once the address gives anything but a server error; rejects with what it said last. */
export async function waitUntilAnswers(url: string): Promise<void> {
  const deadline = Date.now() + patienceMs
  let last = 'no answer'
  while (Date.now() < deadline) {
    const response = await fetch(url).catch((error: Error) => error)
    if (response instanceof Response && response.status < 500) return
    last = response instanceof Response ? `${response.status} ${await response.text()}` : response.message
    await wait(lookAgainMs)
  }
  throw new Error(`${url} does not answer: ${last}`)
}
