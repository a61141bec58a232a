/** Every string of the news. */
export const newsMessages = {
  'news.title': 'What’s new',
  'news.new': 'New',
  'news.improved': 'Better',
  'news.fixed': 'Fixed',
  'news.event': 'Event',
  'news.unread': 'Unread',
  'news.loading': 'Loading news',
  'news.empty': 'Nothing new yet',
  'news.empty-why': 'What changes in the app is told here.',
  'news.failed': 'The news didn’t load',
  'news.failed-why': 'The server did not answer.',
} as const
