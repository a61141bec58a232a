import type { FeatureContext, View } from '@docent/core'
import { mountView } from '@docent/ui/parts'
import type { Signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { type ChatModel, createModel } from '../model.ts'
import type { ChatOptions } from '../options.ts'
import type { ChatRecord } from '../record.ts'
import styles from './chat.css?inline'
import { contextOf } from './context-of.ts'
import { HomeCard } from './HomeCard.tsx'
import { ThreadView } from './ThreadView.tsx'
import { hasPast, type ViewContext } from './view-context.ts'

/** The chat as a feature needs it: what is known and can be done, and what draws it. */
export interface LoadedChat extends ChatModel {
  createView(): Promise<View>
  createCard(): Promise<View>
}

export async function loadChat(
  context: FeatureContext,
  unread: Signal<number>,
  record: Promise<ChatRecord>,
  options: ChatOptions,
): Promise<LoadedChat> {
  const model = await createModel(context, unread, record)
  return {
    ...model,
    createView: () => createView(context, model, options),
    createCard: () => createCard(context, model, options),
  }
}

/** The panel's view: the list of conversations, or one of them. */
export async function createView(context: FeatureContext, model: ChatModel, options: ChatOptions): Promise<View> {
  const view = contextOf(context, model, options)
  // Only a new conversation stands without what draws one.
  if (context.panel.peek()?.route !== 'new') await Promise.all([view.Thread.preload(), view.ConversationList.preload()])
  return mountView(({ route }) => <Chat view={view} route={route.value} />, styles)
}

const Chat = ({ view, route }: { view: ViewContext; route: string }) => {
  useEffect(() => {
    // Asked for what is unread: the newest of them, by its name from now on.
    const { conversations } = view.model.state.peek()
    if (route === 'unread') view.context.open('chat', conversations.find(({ unread }) => unread > 0)?.id)
  }, [route])
  const shown = useRef({ route, key: 0 })
  if (shown.current.route !== route) {
    // A new conversation stays the same view, with the focus in its composer, when its first message gives it a name.
    const named = shown.current.route === 'new' && !view.model.state.peek().conversations.some(({ id }) => id === route)
    shown.current = { route, key: shown.current.key + (named ? 0 : 1) }
  }
  return route && route !== 'unread' ? (
    <ThreadView key={shown.current.key} view={view} id={route} />
  ) : (
    <view.ConversationList view={view} />
  )
}

/** The card on the home screen: the last conversation, or an invitation. */
export async function createCard(context: FeatureContext, model: ChatModel, options: ChatOptions): Promise<View> {
  const view = contextOf(context, model, options)
  if (hasPast(model)) await view.LastConversation.preload()
  return mountView(() => <HomeCard view={view} />, styles)
}
