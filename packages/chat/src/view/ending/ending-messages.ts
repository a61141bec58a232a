/** What is said when a conversation is closed; loaded with it. */
export const endingMessages = {
  'ending.closed': 'This conversation is closed. Write to reopen it.',
  'ending.solved': 'Did this solve it?',
  'ending.noted': 'Noted. Thank you.',
  'ending.yes': 'Yes',
  'ending.no': 'No',
  'ending.rate': 'How was the help? 1 is bad, 5 is good',
  'ending.score': '{score} of 5',
  'ending.reopen': 'Reopen the conversation',
  'ending.transcript': 'Download the conversation',
} as const
