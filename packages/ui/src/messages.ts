/** Every string of the panel and its home screen. */
export const uiMessages = {
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
