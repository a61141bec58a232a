/** Every string of tours. Tips bring their own. */
export const guideMessages = {
  next: 'Next',
  done: 'Done',
  back: 'Back',
  skip: 'Skip tour',
  step: 'Step {index} of {count}',
} as const
