import { searchLabel } from './label.ts'

/** Every string of the search and its states. Those of topics and articles come with them. */
export const helpMessages = {
  'help.title': 'Help',
  ...searchLabel,
  'help.search-count': { one: 'Search {count} article', other: 'Search {count} articles' },
  'help.clear': 'Clear',
  'help.found': { one: '{count} article.', other: '{count} articles.' },
  'help.found-offline': { one: '{count} article. Works offline.', other: '{count} articles. Works offline.' },
  'help.nothing': 'Nothing about “{query}”',
  'help.not-sure': 'Nothing that surely answers “{query}”. Perhaps:',
  'help.did-you-mean': 'Did you mean “{query}”?',
  'help.not-it': 'Not what you need?',
  'help.ask': 'Ask us',
  'help.loading': 'Loading help',
  'help.failed': 'Help didn’t load',
  'help.failed-why': 'The server did not answer. Once it has loaded, help opens without a connection.',
  'help.retry': 'Try again',
} as const
