/** Every string of a nudge. */
export const nudgeMessages = {
  page: 'Show me',
  guide: 'Show me how',
  article: 'Read how',
  chat: 'Ask us',
  run: 'Do it',
  later: 'Later',
  reply: 'Reply',
  send: 'Send',
  close: 'Not now',
} as const
