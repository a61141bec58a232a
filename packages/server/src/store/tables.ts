/**
 * The tables, the same on libSQL and PostgreSQL: text, numbers and JSON in text columns. Instants are ms since 1970,
 * flags are 0 or 1.
 */
type Flag = 0 | 1

export interface AppTable {
  id: string
  /** The newest position of the app's event log. Its row lock orders all writes of the app. */
  last_seq: number
  /** Events up to here are pruned. */
  pruned_seq: number
}
export interface EventTable {
  app_id: string
  seq: number
  /** `visitor:<id>` or `agents`. */
  stream: string
  /** The visitor it is about, so that erasing them takes it along. */
  subject: string | null
  body: string
  created_at: number
}
export interface VisitorTable {
  id: string
  app_id: string
  /** `null`: this visitor comes in by token only. */
  secret_hash: string | null
  /** `sub` of the customer's token. */
  external_id: string | null
  /** Set when an anonymous visitor signed in: the visitor they became. */
  merged_into: string | null
  /** Set when they asked to be forgotten; nothing but the id is left then. */
  erased_at: number | null
  /** What they, or the host page, told. */
  told: string
  /** What the customer's token vouches for. */
  claims: string
  context: string
  /** Name and e-mail address in lower case, for the agents' search. */
  search_text: string
  /** Counts changes of the visitor's state: the cursor of `visitor-state`. */
  state_version: number
  first_seen_at: number
  last_seen_at: number
}
export interface VisitorStateTable {
  visitor_id: string
  key: string
  value: string
  merge: string
  changed_at: number
  version: number
}
export interface ConversationTable {
  id: string
  app_id: string
  visitor_id: string
  command_id: string | null
  title: string | null
  status: string
  context: string
  started_at: number
  /** Newest change that the visitor can see. */
  changed_at: number
  /** Newest change of any kind: what sorts the agents' list. */
  touched_at: number
  excerpt: string | null
  last_author: string | null
  /** The `order` given last, to messages and notes. */
  last_position: number
  /** Messages that are not notes. */
  message_count: number
  answered_by: string | null
  assignee_id: string | null
  tags: string
  snoozed_until: number | null
  waiting_since: number | null
  read_by_agents: number
  read_by_visitor: number
  rating: string | null
  reason: string | null
  report: string | null
  /** 1: a bot answers for now. */
  bot: Flag
}
export interface MessageTable {
  id: string
  app_id: string
  conversation_id: string
  visitor_id: string
  position: number
  command_id: string | null
  author_kind: string
  author_id: string | null
  author_name: string | null
  author_avatar_url: string | null
  parts: string
  search_text: string
  sent_at: number
  revision: number
  state: string
  /** 1: only agents ever see it. */
  is_note: Flag
  /** What the visitor chose or filled in. */
  answer: string | null
}
export interface UploadTable {
  id: string
  app_id: string
  /** The visitor or agent who sent it. */
  owner_id: string
  command_id: string
  part_index: number
  /** Where it was sent to; `null`: in no message yet. */
  conversation_id: string | null
  name: string
  mime: string
  bytes: number
  created_at: number
  /** Set when it is to go: nobody gets it any more, and housekeeping removes what is stored. */
  deleted_at: number | null
}
/** Secrets of a visitor on further origins of the app, beside `visitor.secret_hash`. */
export interface VisitorSecretTable {
  secret_hash: string
  visitor_id: string
  created_at: number
}
export interface HandoverTable {
  token_hash: string
  visitor_id: string
  expires_at: number
}
export interface CommandTable {
  /** A visitor or an agent. */
  actor_id: string
  command_id: string
  ack: string
  created_at: number
}
export interface RecordedEventTable {
  id: string
  app_id: string
  visitor_id: string
  name: string
  at: number
  data: string | null
  received_at: number
}
export interface AgentTable {
  id: string
  app_id: string
  name: string
  email: string | null
  avatar_url: string | null
  role: string
  password_hash: string | null
  created_at: number
}
export interface AgentSessionTable {
  token_hash: string
  agent_id: string
  created_at: number
  expires_at: number
}
export interface SignInLinkTable {
  token_hash: string
  agent_id: string
  expires_at: number
  used_at: number | null
}
export interface SettingTable {
  key: string
  value: string
}

export interface Tables {
  app: AppTable
  event: EventTable
  visitor: VisitorTable
  visitor_state: VisitorStateTable
  conversation: ConversationTable
  message: MessageTable
  command: CommandTable
  upload: UploadTable
  visitor_secret: VisitorSecretTable
  handover: HandoverTable
  recorded_event: RecordedEventTable
  agent: AgentTable
  agent_session: AgentSessionTable
  sign_in_link: SignInLinkTable
  setting: SettingTable
}
