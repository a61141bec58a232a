import { defineConfig } from 'vite'

/** The address in index.html; the server puts its own in its place. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: 'dist/app', emptyOutDir: true, target: 'es2022' },
  html: { cspNonce: '__NONCE__' },
})
