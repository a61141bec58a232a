import {
  type AgentConversation,
  type AgentEvent,
  hasTexts,
  isAuthor,
  isConversation,
  isMessage,
  isObject,
  isPart,
  type Message,
  type VisitorProfile,
} from '@docent/protocol'

/** A message that can be drawn, whatever a backend has sent. */
export const isSoundMessage = (value: unknown): value is Message => isMessage(value) && value.parts.every(isPart)

/** A conversation that can be put into a list, whatever a backend has sent. */
export const isAgentConversation = (value: unknown): value is AgentConversation =>
  isConversation(value) &&
  Number.isFinite(value.unread) &&
  'visitor' in value &&
  hasTexts(value.visitor, ['id'], ['name', 'email']) &&
  (!('assignee' in value) || isAuthor(value.assignee)) &&
  (!('report' in value) || hasTexts(value.report, ['url']))

/** A visitor who can be described. */
export const isProfile = (value: unknown): value is VisitorProfile =>
  hasTexts(value, ['id'], ['name', 'email']) &&
  isObject(value.traits) &&
  hasTexts(value.context, [], ['url', 'title', 'locale', 'lastSearch']) &&
  Array.isArray(value.checklists) &&
  value.checklists.every((checklist) => hasTexts(checklist, ['id', 'title'], ['next']))

/** What no backend should send is passed over: it would take the view with it. */
export function isSound(event: AgentEvent): boolean {
  if ('message' in event) return isSoundMessage(event.message)
  if ('conversation' in event) return isAgentConversation(event.conversation)
  if ('visitor' in event) return isProfile(event.visitor)
  if ('agent' in event) return hasTexts(event.agent, ['id', 'name'], ['email', 'avatarUrl'])
  return event.type !== 'typing-changed' || isAuthor(event.author)
}
