import type {
  BugReport,
  ChecklistProgress,
  ConversationContext,
  ConversationReason,
  Id,
  Target,
} from '@docent/protocol'

export interface ArticleSuggestion {
  readonly id: Id
  readonly title: string
  readonly excerpt: string
}

/** How a conversation begins when another feature asks for it. */
export interface ConversationDraft {
  /** Put into the composer; the visitor sends it. */
  readonly text?: string
  /** The visitor has sent it already, elsewhere: nothing opens. */
  readonly isSent?: boolean
  /** Why the visitor writes. */
  readonly reason?: ConversationReason
  readonly context?: ConversationContext
}

/**
 * Typed, optional functions by which features meet: one provides in `setup`, others ask. A feature that is not installed
 * provides nothing and whoever asks does without.
 */
export interface Services {
  /** Articles that may answer the text, best first; at most `limit` (default 3). */
  suggestArticles(text: string, limit?: number): Promise<readonly ArticleSuggestion[]>
  startConversation(draft: ConversationDraft): void
  /** Resolves when what the backend tells is heard and kept. Awaited before the link opens. */
  listen(): Promise<unknown>
  startGuide(id: Id): void
  /** Loads what finds elements of the host page. */
  targets(): Promise<Targets>
  progress(): readonly ChecklistProgress[]
  lastSearches(): readonly string[]
  /** The newest errors of the page, oldest first; where the host lets them be kept. */
  lastErrors(): NonNullable<BugReport['errors']>
  /** Where the visitor is in their time with the host app. There where rules are loaded. */
  stage(): string
  lastArticle(): { readonly id: Id; readonly title: string } | undefined
}

export interface Targets {
  /** Tells which element a target names now, and whenever that changes. Ends with the signal. */
  followTarget(
    target: Target,
    document: Document,
    signal: AbortSignal,
    changed: (element: Element | undefined) => void,
  ): Promise<void>
}

export interface ServiceRegistry {
  provide(services: Partial<Services>): void
  get<N extends keyof Services>(name: N): Services[N] | undefined
}

export function createServices(): ServiceRegistry {
  const provided: Partial<Services> = {}
  return {
    provide: (services) => void Object.assign(provided, services),
    get: (name) => provided[name],
  }
}
