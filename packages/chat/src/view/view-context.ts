import type { FeatureContext, Translate } from '@docent/core'
import type { ReadonlySignal } from '@preact/signals'
import type { FunctionComponent } from 'preact'
import type { chatMessages } from '../messages.ts'
import type { ChatModel } from '../model.ts'
import type { ChatOptions } from '../options.ts'
import type { Times } from './time.ts'

export interface RichProps {
  readonly text: string
  onOpen(feature: string, route: string): void
}

/** What every part of the chat's view is given. */
export interface ViewContext {
  readonly context: FeatureContext
  readonly model: ChatModel
  readonly options: ChatOptions
  readonly t: Translate<typeof chatMessages>
  readonly times: Times
  /** Draws markup, once it is loaded; until then messages are shown as they were written. */
  readonly rich: ReadonlySignal<FunctionComponent<RichProps> | undefined>
  loadRich(): void
}
