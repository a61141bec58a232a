/** Every string around an article. */
export const articleMessages = {
  'help.minutes': '{count} min',
  'help.updated': 'Updated {date}',
  'help.copy': 'Copy',
  'help.copied': 'Copied',
  'help.solved': 'Did this solve it?',
  'help.yes': 'Yes',
  'help.no': 'No',
  'help.thanks': 'Good to know. Thank you.',
  'help.sorry': 'Then ask us. We see which article you read.',
  'help.sorry-alone': 'Thank you. We will look at this article again.',
} as const
