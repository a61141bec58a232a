/** What `icon:` of a category can name. */
export const topicIconNames = [
  'book',
  'chat',
  'lock',
  'tasks',
  'bank',
  'chart',
  'file',
  'globe',
  'settings',
  'user',
] as const

export type TopicIconName = (typeof topicIconNames)[number]
