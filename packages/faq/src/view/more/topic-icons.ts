import { iconBook, iconChat, iconTasks } from '@docent/ui/parts'
import type { TopicIconName } from '../../topic-icon-names.ts'

/**
 * The icons of topics. Those that nothing else uses are drawn here and not in `@docent/ui`, whose icons every visitor who opens
 * the panel pays for.
 */
export const topicIcons: Readonly<Record<TopicIconName, string>> = {
  book: iconBook,
  chat: iconChat,
  lock: 'M6.25 9h7.5a2 2 0 0 1 2 2v4a2 2 0 0 1 -2 2h-7.5a2 2 0 0 1 -2 -2v-4a2 2 0 0 1 2 -2ZM6.75 9V6.5a3.25 3.25 0 0 1 6.5 0V9',
  tasks: iconTasks,
  bank: 'M3 7.75 10 3.5l7 4.25ZM4.75 8v6M8.25 8v6M11.75 8v6M15.25 8v6M3 16.5h14',
  chart: 'M3 16.75h14M5.5 13.5v-3M10 13.5V5M14.5 13.5V8',
  file: 'M11.25 2.75H6A1.5 1.5 0 0 0 4.5 4.25v11.5a1.5 1.5 0 0 0 1.5 1.5h8a1.5 1.5 0 0 0 1.5-1.5V7Zm0 0V7h4.25',
  globe:
    'M2.75 10a7.25 7.25 0 1 0 14.5 0a7.25 7.25 0 1 0 -14.5 0ZM2.75 10h14.5M10 2.75c2.2 2 3.2 4.4 3.2 7.25s-1 5.25-3.2 7.25c-2.2-2-3.2-4.4-3.2-7.25S7.8 4.75 10 2.75Z',
  settings:
    'M10.75 6.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0ZM5.25 13.5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0ZM3 6.5h7.75M14.75 6.5H17M3 13.5h2.25M9.25 13.5H17',
  user: 'M6.75 6.75a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0 -6.5 0ZM3.75 16.75c.8-3 3.2-4.5 6.25-4.5s5.45 1.5 6.25 4.5',
}
