import { defineConfig } from 'vitest/config'

const shared = {
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
} satisfies Record<string, unknown>

const nodeTests = [
  'packages/{protocol,server,cli,transports,testkit,build}/src/**/*.test.ts',
  'packages/faq/src/build/**/*.test.ts',
  'examples/*/**/*.test.ts',
  'tests/architecture/**/*.test.ts',
  'tests/docs/**/*.test.ts',
  'tests/simulator/**/*.test.ts',
]

/** Unit tests: `browser` in happy-dom, `node` without a page. */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'browser',
          environment: 'happy-dom',
          include: ['packages/{core,ui,chat,faq,checklist,guide,news,widget,loader,inbox}/src/**/*.test.{ts,tsx}'],
          exclude: ['packages/faq/src/build/**', '**/node_modules/**'],
          css: true,
        },
      },
      {
        ...shared,
        test: {
          name: 'node',
          environment: 'node',
          include: nodeTests,
          exclude: ['**/node_modules/**', '**/dist/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
