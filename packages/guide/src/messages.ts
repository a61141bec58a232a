/** Every string of tours. Tips bring their own. */
export const guideMessages = {
  next: 'Next',
  done: 'Done',
  back: 'Back',
  skip: 'Skip tour',
  step: 'Step {index} of {count}',
  announce: 'Step {index} of {count}: {title}. {text}',
  'announce-one': '{title}. {text}',
  show: 'Show me',
  read: 'Read more',
  ask: 'Ask about it',
} as const
