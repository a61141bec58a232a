import { createPage, createScope, createTranslator, systemClock } from '@docent/core'
import { agentHttp } from '@docent/transports/http'
import '@docent/ui/styles/base.css'
import '@docent/ui/styles/tokens.css'
import '@docent/ui/styles/parts.css'
import '@docent/ui/styles/more.css'
import { effect, signal, untracked } from '@preact/signals'
import { render } from 'preact'
import { basePath } from './base-path.ts'
import { type Desk, openDesk } from './desk.ts'
import { inboxMessages } from './messages.ts'
import { createNow } from './now.ts'
import { createRouter } from './router.ts'
import { createScheme } from './scheme.ts'
import { createSession } from './session.ts'
import './styles/layout.css'
import './styles/controls.css'
import './styles/list.css'
import './styles/thread.css'
import './styles/visitor.css'
import './styles/insights.css'
import './styles/sign-in.css'
import { createTimes, dateLocaleOf } from './times.ts'
import { App } from './views/App.tsx'

const scope = createScope()
const page = createPage(scope)
const scheme = createScheme(document.documentElement, localStorage)
const session = createSession({ fetch, location, history })
const router = createRouter({ base: basePath, url: page.url, history })
const t = createTranslator(() => 'en', inboxMessages)
const now = createNow(systemClock, scope)
const times = createTimes(dateLocaleOf(navigator.language), () => now.value, t)
const desk = signal<Desk | undefined>(undefined)

/** A desk for as long as somebody is signed in. */
let deskScope = scope.child()
effect(() => {
  const state = session.state.value
  untracked(() => {
    if (state.step === 'signed-in') {
      if (desk.value) return
      deskScope = scope.child()
      const { account } = state
      desk.value = openDesk({
        account,
        session,
        scope: deskScope,
        clock: systemClock,
        page,
        transport: agentHttp(),
        fetch,
      })
    } else if (desk.value) {
      desk.value = undefined
      deskScope.dispose()
    }
  })
})
effect(() => {
  const count = desk.value?.model.unread.value ?? 0
  document.title = count > 0 ? t('app.title-unread', { count }) : t('app.title')
})
effect(() => {
  const accent = desk.value?.config.value.accent
  if (accent && CSS.supports('color', accent)) document.documentElement.style.setProperty('--docent-accent', accent)
})

const root = document.getElementById('app')
if (root) render(<App basis={{ t, times, now, page, router, session, scheme }} desk={desk} />, root)
void session.start()
