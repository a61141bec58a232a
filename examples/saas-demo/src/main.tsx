import { render } from 'preact'
import { App } from './App.tsx'
import { prepareDocent } from './docent/docent.ts'
import { router } from './router/router.ts'
import { session } from './state/session.ts'

prepareDocent()
router.listen()
void session.refresh()
render(<App />, document.getElementById('app') ?? document.body)
