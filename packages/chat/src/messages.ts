import { chatLabels } from './labels.ts'

/** The strings of a chat that nothing was said in yet. */
export const chatMessages = {
  ...chatLabels,
  'chat.new': 'New message',
  'chat.send': 'Send',
  'chat.placeholder': 'Write a message',
  'chat.composer': 'Message',
  'chat.team': 'The team',
  'chat.cannot-reply': 'This conversation is closed.',
  'chat.offline': 'You’re offline. Messages go out when you’re back.',
  'chat.unreachable': 'We can’t be reached right now. Messages go out as soon as we can.',
  'chat.refused': 'The server does not accept this session. Reload the page to go on.',
  'chat.memory-only': 'This browser keeps nothing: unsent messages end with the page.',
  'chat.start': 'Ask us',
  'chat.start-why': 'The answer comes here',
} as const
