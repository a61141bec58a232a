import { defineConfig } from 'vite'
import { basePath } from './src/base-path.ts'

/** Where `docent-server` listens while the inbox is worked on. */
const server = process.env.DOCENT_SERVER ?? 'http://127.0.0.1:4100'

export default defineConfig({
  base: basePath,
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    dedupe: ['preact', '@preact/signals-core'],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // Older targets would take `light-dark()` and relative colours apart.
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    // Data addresses are not 'self' to the Content-Security-Policy.
    assetsInlineLimit: 0,
  },
  // The server answers only to a page of its own host: the proxy must not change it.
  server: { proxy: { '/v1': { target: server, changeOrigin: false } } },
})
