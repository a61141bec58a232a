import { createInterface } from 'node:readline'
import { startExample } from './start-example.ts'

/** `npm start`: the visitor's side is a page, the team's is this terminal. */
const { url, system } = await startExample(Number(process.env.PORT ?? 4300))
console.log(`Open ${url} and write to us by the launcher. What you type here is the answer.`)
const state: { newest?: string } = {}
system.onVisitorPost((ticketId, { text }) => {
  state.newest = ticketId
  console.log(`${ticketId.slice(0, 8)} writes: ${text}`)
})
createInterface({ input: process.stdin }).on('line', (line) => {
  if (state.newest === undefined) console.log('Nobody has written yet.')
  else if (line.trim() !== '') system.agentSays(state.newest, line)
})
