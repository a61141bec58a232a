export { type ChatApi, chat } from './feature.ts'
export { chatMessages } from './messages.ts'
export type { ChatOptions } from './options.ts'
