import { searchLabel } from './label.ts'

/** Every string of the search and its states. Those of topics and articles come with them. */
export const helpMessages = {
  'help.title': 'Help',
  ...searchLabel,
  'help.search-count': { one: 'Search {count} article', other: 'Search {count} articles' },
  'help.clear': 'Clear',
  'help.found': { one: '{count} article.', other: '{count} articles.' },
  'help.offline': 'Works offline.',
  'help.did-you-mean': 'Did you mean “{query}”?',
  'help.not-it': 'Not what you need?',
  'help.ask': 'Ask us',
  'help.loading': 'Loading help',
  'help.failed': 'Help didn’t load',
  'help.failed-why': 'The server did not answer.',
} as const
