import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NONCE, secureHeaders } from 'hono/secure-headers'

export interface PageOptions {
  readonly docentUrl: string
  readonly pagesDir: string
}

/** What stands for docent-server in index.html, which thus works as it is with the default ports. */
export const addressInPage = 'http://localhost:4100'

/** Reads the built index.html once; each call fills in the address of Docent and the nonce of the answer. */
export function createPage({ docentUrl, pagesDir }: PageOptions): (nonce: string) => string {
  const file = join(pagesDir, 'index.html')
  if (!existsSync(file)) {
    throw new Error(
      `Paperlane's pages are not built: ${file} is missing. Run "pnpm build" in examples/saas-demo first.`,
    )
  }
  const html = readFileSync(file, 'utf8').replaceAll(addressInPage, docentUrl)
  return (nonce) => html.replaceAll('__NONCE__', nonce)
}

/** A strict policy, as a careful team sets it: no inline styles, scripts only by nonce, Trusted Types enforced. */
export function pageHeaders({ docentUrl }: PageOptions) {
  const docent = new URL(docentUrl).origin
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: [NONCE, "'strict-dynamic'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", docent, 'data:', 'blob:'],
      mediaSrc: ["'self'", docent],
      connectSrc: ["'self'", docent, docent.replace(/^http/, 'ws')],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      frameAncestors: ["'none'"],
      requireTrustedTypesFor: ["'script'"],
      trustedTypes: ["'none'"],
    },
    referrerPolicy: 'strict-origin-when-cross-origin',
  })
}
