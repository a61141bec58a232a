/** Every string of the shell: launcher, panel, home. */
export const uiMessages = {
  'launcher.open': 'Open help',
  'launcher.close': 'Close help',
  'launcher.unread': { one: 'Open help, {count} unread message', other: 'Open help, {count} unread messages' },
  'panel.label': 'Help',
  'panel.close': 'Close',
  'panel.back': 'Back',
  'panel.failed': 'This part didn’t load',
  'panel.failed-why': 'The connection broke off. What you wrote is kept.',
  'panel.retry': 'Try again',
  'panel.loading': 'Loading',
  'tab.home': 'Home',
  'home.morning': 'Good morning{name}.',
  'home.afternoon': 'Good afternoon{name}.',
  'home.evening': 'Good evening{name}.',
  'home.question': 'What can we help with?',
} as const
