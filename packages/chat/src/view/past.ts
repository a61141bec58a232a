/** What draws what was said. It comes after the composer, so that one who writes the first message does not wait for it. */
export { ConversationList } from './ConversationList.tsx'
export { LastConversation } from './LastConversation.tsx'
export { Thread } from './Thread.tsx'
