import { availableParallelism } from 'node:os'
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

/** They put something else in a module's place, so each has modules of its own. */
const mocking = ['packages/guide/src/tips/tips.test.ts', 'packages/widget/src/boot.test.ts']

/**
 * Unit tests: `browser` in happy-dom, `node` without a page. Files share modules, since no module has state; loading them anew for
 * each file took more time than the tests.
 */
export default defineConfig({
  test: {
    // Left to itself, vitest keeps one core free, which is half of a small machine; many tests wait for a server anyway.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        ...shared,
        test: {
          name: 'browser',
          environment: 'happy-dom',
          include: ['packages/{core,ui,chat,faq,checklist,guide,news,widget,loader,inbox}/src/**/*.test.{ts,tsx}'],
          exclude: ['packages/faq/src/build/**', '**/node_modules/**', ...mocking],
          css: true,
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: { name: 'mocking', environment: 'happy-dom', include: mocking, css: true },
      },
      {
        ...shared,
        test: {
          name: 'node',
          environment: 'node',
          include: nodeTests,
          exclude: ['**/node_modules/**', '**/dist/**'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
