import type { Id, Message, MessagePart, Traits } from '@docent/protocol'

/** What a visitor asks, and what may help to answer. */
export interface BotQuestion {
  readonly appId: Id
  readonly conversationId: Id
  /** The words of the newest message. */
  readonly text: string
  /** The conversation so far, oldest first, the newest message included. At most 50. */
  readonly messages: readonly Message[]
  /** The widget's language. */
  readonly locale?: string
  /** The page that the visitor is on. */
  readonly url?: string
  readonly traits: Traits
  /** Whether the host app vouched for who the visitor is. */
  readonly verified: boolean
}

/**
 * A piece of an answer, in the order in which the visitor gets them: text, which is appended as it comes (Markdown); parts that stand
 * below the text, sources for one; or the wish to hand over to a person.
 */
export type BotChunk =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'parts'; readonly parts: readonly MessagePart[] }
  | { readonly type: 'hand-over' }

/**
 * Answers a question. `signal` aborts when the visitor stops it, asks something else, or a person takes over. What it throws is logged, and the
 * conversation is handed over.
 * @example
 * async function* answer({ text }, signal) {
 *   for await (const piece of askModel(text, signal)) yield { type: 'text', text: piece }
 *   yield { type: 'parts', parts: [{ type: 'source', title: 'Pricing', url: 'https://acme.com/pricing' }] }
 * }
 */
export type AnswerQuestion = (question: BotQuestion, signal: AbortSignal) => AsyncIterable<BotChunk>

/** What the bot that answers from the help centre says itself. */
export interface BotWords {
  /** Above an answer. `{title}`: the article's. Default: `From our article “{title}”:` */
  readonly found: string
  /** Default: `I found nothing about that in our help centre, so I pass your question on to the team.` */
  readonly notFound: string
  /** Default: `I pass you on to the team.` */
  readonly handedOver: string
  /** A button. Default: `That solved it` */
  readonly solved: string
  /** A button. Default: `Talk to a person` */
  readonly person: string
}

export interface BotOptions {
  /** Default: `Assistant`. */
  readonly name?: string
  readonly avatarUrl?: string
  /** Default: answers from the help centre of `helpDir`, with sources, and hands over what is not in it. */
  readonly answer?: AnswerQuestion
  readonly words?: Partial<BotWords>
}
