import type { FeatureContext, View } from '@docent/core'
import { lazily, mountView } from '@docent/ui/parts'
import { useEffect, useRef } from 'preact/hooks'
import { chatMessages } from '../messages.ts'
import type { ChatModel } from '../model.ts'
import type { ChatOptions } from '../options.ts'
import { ConversationList } from './ConversationList.tsx'
import styles from './chat.css?inline'
import { HomeCard } from './HomeCard.tsx'
import { ThreadView } from './ThreadView.tsx'
import { createTimes } from './time.ts'
import type { ViewContext } from './view-context.ts'

const contextOf = (context: FeatureContext, model: ChatModel, options: ChatOptions): ViewContext => {
  const t = context.translator(chatMessages)
  return {
    ...{ context, model, options, t, times: createTimes(context, t) },
    MessageParts: lazily(async () => (await import('./parts/MessageParts.tsx')).MessageParts, context.report),
    Ending: lazily(async () => (await import('./ending/Ending.tsx')).Ending, context.report),
    Suggestions: lazily(async () => (await import('./Suggestions.tsx')).Suggestions, context.report),
  }
}

/** The panel's view: the list of conversations, or one of them. */
export function createView(context: FeatureContext, model: ChatModel, options: ChatOptions): View {
  const view = contextOf(context, model, options)
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
    <ConversationList view={view} />
  )
}

/** The card on the home screen: the last conversation, or an invitation. */
export function createCard(context: FeatureContext, model: ChatModel, options: ChatOptions): View {
  const view = contextOf(context, model, options)
  return mountView(() => <HomeCard view={view} />, styles)
}
