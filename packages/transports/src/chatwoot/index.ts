export { type ChatwootOptions, chatwoot } from './chatwoot.ts'
