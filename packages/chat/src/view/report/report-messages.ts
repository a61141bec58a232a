/** The words of reasons and bug reports; loaded with them. */
export const reportMessages = {
  'report.reason': 'What is it about?',
  'report.bug': 'Something is broken',
  'report.confusing': 'I don’t understand something',
  'report.missing-feature': 'Something is missing',
  'report.question': 'Something else',
  'report.send': 'Send the page, the browser and the last errors with it.',
  'report.send-less': 'Send the page and the browser with it.',
  'report.see': 'See what is sent',
  'report.page': 'Page',
  'report.title': 'Title',
  'report.browser': 'Browser',
  'report.language': 'Language and time zone',
  'report.window': 'Window',
  'report.version': 'App version',
  'report.errors': { one: '{count} error', other: '{count} errors' },
} as const
