/** The strings that a page view needs before the chat is loaded. */
export const chatLabels = { 'chat.label': 'Messages' } as const
