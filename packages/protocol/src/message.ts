import type { CommandId, Id, Json, Millis } from './primitives.ts'

/** A file that the backend holds. `url` may be short-lived; ask again after `expiresAt`. */
export interface FileRef {
  readonly id: Id
  readonly url: string
  readonly expiresAt?: Millis
}

export interface TextPart {
  readonly type: 'text'
  readonly text: string
  /** `markdown` is a subset (bold, italic, code, links, lists) that is parsed at display, never HTML. */
  readonly format: 'plain' | 'markdown'
}
export interface FilePart {
  readonly type: 'file'
  readonly file: FileRef
  readonly name: string
  readonly mime: string
  readonly bytes: number
  readonly widthPx?: number
  readonly heightPx?: number
}
/** Buttons; the pressed one is told by `message-answer` with its `value`. */
export interface ChoicesPart {
  readonly type: 'choices'
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** `true`: the choice disappears after the first answer. */
  readonly once: boolean
}
/** An action has either a `value`, told by `message-answer`, or a `url`, which opens. */
export interface CardPart {
  readonly type: 'card'
  readonly title: string
  readonly text?: string
  readonly image?: FileRef
  readonly actions: readonly { readonly label: string; readonly value?: string; readonly url?: string }[]
}
/** Filled in, it is told by `message-answer`: an object with each field's value by its name. */
export interface FormPart {
  readonly type: 'form'
  readonly fields: readonly {
    readonly name: string
    readonly label: string
    readonly kind: 'text' | 'email' | 'select' | 'rating'
    readonly required: boolean
    readonly options?: readonly string[]
  }[]
}
/** A help article that opens inside the panel. */
export interface ArticlePart {
  readonly type: 'article'
  readonly articleId: Id
  readonly title: string
}
/** Where an answer came from. */
export interface SourcePart {
  readonly type: 'source'
  readonly title: string
  readonly url?: string
  readonly articleId?: Id
}
/** A kind that this version may not know: shown as `fallback` where nobody registered a view for `name`. */
export interface CustomPart {
  readonly type: 'custom'
  readonly name: string
  readonly data: Json
  readonly fallback: string
}
export type MessagePart =
  | TextPart
  | FilePart
  | ChoicesPart
  | CardPart
  | FormPart
  | ArticlePart
  | SourcePart
  | CustomPart

/** Who wrote a message. A visitor sees agents by name and face, never by e-mail address. */
export interface Author {
  readonly kind: 'visitor' | 'agent' | 'bot' | 'system'
  readonly id?: Id
  readonly name?: string
  readonly avatarUrl?: string
}

/** What the visitor chose or filled in, on the message that asked. */
export interface MessageAnswer {
  /** By the part that asked: the `value` of an option or action, or an object of a form's fields by name. */
  readonly value: Json
  readonly answeredAt: Millis
}

export interface Message {
  readonly id: Id
  readonly conversationId: Id
  /** The command that created it, when it came from one: joins the optimistic bubble with its echo. */
  readonly commandId?: CommandId
  readonly author: Author
  readonly parts: readonly MessagePart[]
  /** Present once the visitor has answered what the parts ask. */
  readonly answer?: MessageAnswer
  readonly sentAt: Millis
  /** Total order inside the conversation, given by the backend: lower first. Ties are broken by `sentAt`, then `id`. */
  readonly order: number
  /** A higher revision of the same id replaces a lower one (edit, removal, end of a stream). */
  readonly revision: number
  readonly state: 'streaming' | 'done' | 'stopped' | 'failed' | 'removed'
}
