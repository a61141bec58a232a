import { render } from 'preact'
import { App } from './App.tsx'
import { startDocent } from './docent/docent.ts'
import { router } from './router/router.ts'
import { session } from './state/session.ts'

startDocent()
router.listen()
void session.refresh()
render(<App />, document.getElementById('app') ?? document.body)
