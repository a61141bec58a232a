import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { AccountDialog } from './AccountDialog.tsx'
import { ConnectionStrip } from './ConnectionStrip.tsx'
import { Heard } from './Heard.tsx'
import { InsightsPage } from './insights/InsightsPage.tsx'
import { ListPane } from './ListPane.tsx'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'
import { Side } from './Side.tsx'
import { SignOutDialog } from './SignOutDialog.tsx'
import { ThreadPane } from './ThreadPane.tsx'
import { useKeys } from './use-keys.ts'
import { useRouteFocus } from './use-route-focus.ts'
import { VisitorPane } from './VisitorPane.tsx'
import type { Basis, DialogName, ViewContext } from './view-context.ts'

/** Side bar, list, thread, visitor. Where they do not fit side by side, the styles show the one that the address names. */
export const DeskView = ({ view: given }: { view: Basis & Pick<ViewContext, 'desk' | 'model'> }) => {
  const screen = {
    dialog: useSignal<DialogName | undefined>(wantsSetUp(given) ? 'set-up' : undefined),
    sideOpen: useSignal(false),
    filter: useSignal(''),
  }
  const root = useRef<HTMLDivElement | null>(null)
  const view: ViewContext = { ...given, screen }
  const { conversationId, visitor, page } = view.router.route.value
  const conversation = conversationId === undefined ? undefined : view.model.conversations.value[conversationId]
  useKeys(view, root)
  useRouteFocus(view, root)
  useEffect(() => {
    screen.sideOpen.value = false
  }, [view.router.route.value.list, page])
  return (
    <div
      ref={root}
      class={`app${screen.sideOpen.value ? ' side-open' : ''}`}
      data-screen={page ?? (conversationId === undefined ? 'list' : visitor ? 'visitor' : 'thread')}
    >
      <ConnectionStrip view={view} />
      <Side view={view} />
      {page ? (
        <InsightsPage view={view} />
      ) : (
        <main class="panes">
          <h1 class="hidden">{view.t('app.title')}</h1>
          <ListPane view={view} />
          <ThreadPane key={conversationId} view={view} conversationId={conversationId} />
        </main>
      )}
      {conversation && <VisitorPane key={conversation.visitor.id} view={view} conversation={conversation} />}
      <Heard view={view} />
      <OpenDialog view={view} />
    </div>
  )
}

const OpenDialog = ({ view }: { view: ViewContext }) => {
  const name = view.screen.dialog.value
  const close = (): void => void (view.screen.dialog.value = undefined)
  if (name === 'set-up' || name === 'account') return <AccountDialog key={name} view={view} onClose={close} />
  if (name === 'shortcuts') return <ShortcutsDialog view={view} onClose={close} />
  if (name === 'sign-out' || name === 'sign-out-failed')
    return <SignOutDialog key={name} view={view} hasFailed={name === 'sign-out-failed'} onClose={close} />
  return null
}

/** Whoever came in by a link and has no password would be locked out with the end of the session. */
function wantsSetUp({ session }: Basis): boolean {
  const state = session.state.peek()
  if (state.step !== 'signed-in' || !state.byLink) return false
  return !(state.account.hasPassword ?? state.account.agent.email !== undefined)
}
