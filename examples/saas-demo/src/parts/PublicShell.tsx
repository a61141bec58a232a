import type { ComponentChildren } from 'preact'
import { session } from '../state/session.ts'
import { Logo } from './Logo.tsx'

/** The frame of the pages that everybody may see. */
export function PublicShell({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="public">
      <a class="skip" href="#main">
        Skip to content
      </a>
      <header class="public-head">
        <a class="brand" href="/">
          <Logo /> Paperlane
        </a>
        <nav aria-label="Main">
          <a href="/pricing">Pricing</a>
          {session.current.value ? (
            <a href="/overview">Open Paperlane</a>
          ) : (
            <>
              <a href="/sign-in">Sign in</a>
              <a class="button primary small" href="/sign-up">
                Start free
              </a>
            </>
          )}
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer class="public-foot">
        <p>Paperlane is an example application. It stores what you enter on its own server and takes no payments.</p>
      </footer>
    </div>
  )
}
