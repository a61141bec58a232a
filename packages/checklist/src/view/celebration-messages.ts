import { checklistMessages } from '../messages.ts'

/** What is read only where all is done. */
export const celebrationMessages = {
  all: checklistMessages.all,
  finished: 'You finished “{task}” on {date}.',
  next: 'Next: {title}',
  close: 'Close',
  tasks: 'Show the tasks',
} as const
