/**
 * Text as data, never HTML: what `docent build` makes of Markdown and what one component renders.
 * A node is a string (text) or an object with a type. Unknown types render their children.
 */
export type RichText = readonly RichNode[]

export type RichNode =
  | string
  | { readonly type: 'strong' | 'emphasis' | 'strike' | 'quote' | 'paragraph'; readonly children: RichText }
  | { readonly type: 'heading'; readonly level: 2 | 3 | 4; readonly id: string; readonly children: RichText }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'code-block'; readonly text: string; readonly language?: string }
  | {
      readonly type: 'list'
      readonly ordered: boolean
      readonly start?: number
      readonly items: readonly RichListItem[]
    }
  | {
      readonly type: 'table'
      readonly align: readonly ('start' | 'center' | 'end' | null)[]
      readonly head: readonly RichText[]
      readonly rows: readonly (readonly RichText[])[]
    }
  | {
      readonly type: 'image'
      /** Absolute, or relative to the help centre's `base`. */
      readonly src: string
      readonly alt: string
      readonly caption?: string
      readonly widthPx?: number
      readonly heightPx?: number
    }
  | {
      readonly type: 'video'
      /** As for images; nothing of it is loaded before the visitor plays it. */
      readonly src: string
      /** What it shows. */
      readonly alt: string
      readonly caption?: string
      /** A picture to show until then. */
      readonly poster?: string
      /** WebVTT files by language. */
      readonly tracks?: readonly { readonly src: string; readonly locale: string }[]
    }
  /** Shows its summary until it is opened. */
  | { readonly type: 'details'; readonly summary: RichText; readonly children: RichText }
  /** `href` is http, https, mailto or tel; anything else is dropped by the renderer. */
  | { readonly type: 'link'; readonly href: string; readonly children: RichText }
  /** A link that opens in the widget: an article, a tour, a checklist, the chat. */
  | {
      readonly type: 'open'
      readonly feature: 'faq' | 'guide' | 'checklist' | 'chat'
      readonly route: string
      readonly children: RichText
    }
  | { readonly type: 'callout'; readonly tone: 'note' | 'tip' | 'warning'; readonly children: RichText }
  | { readonly type: 'break' | 'rule' }

export interface RichListItem {
  readonly children: RichText
  /** Present on task lists. */
  readonly checked?: boolean
}
