import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 10_000
const lookAgainMs = 50

/** Resolves once the address gives anything but a server error; rejects with what it said last. */
export async function waitUntilAnswers(url: string): Promise<void> {
  const deadline = Date.now() + patienceMs
  let said = 'no answer'
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url)
      if (response.status < 500) return
      said = `${response.status} ${await response.text()}`
    } catch (error) {
      said = String(error)
    }
    await wait(lookAgainMs)
  }
  throw new Error(`${url} does not answer: ${said}`)
}
