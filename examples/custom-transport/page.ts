import { chat, createDocent } from 'docent'
import { tickets } from './tickets.ts'

const docent = createDocent({
  transport: tickets({ url: '' }),
  config: { name: 'Ticket desk' },
  remoteConfig: false,
  features: [chat()],
})
await docent.start()
