import { mkdirSync } from 'node:fs'
import { build } from './build.ts'
import { run, runSteps } from './run.ts'

/**
 * `npm test`: units and the whole system (Chromium, docent-server on libSQL and PostgreSQL). Results as data lie in
 * test-results/, for those who count.
 */
mkdirSync('test-results', { recursive: true })
await runSteps([
  {
    name: 'build',
    run: () =>
      build(['cdn', 'inbox', 'demo']).then(
        () => 0,
        (error) => {
          console.error(error)
          return 1
        },
      ),
  },
  {
    name: 'unit',
    run: () =>
      run('vitest', [
        'run',
        '--reporter',
        'default',
        '--reporter',
        'json',
        '--outputFile.json',
        'test-results/unit.json',
      ]),
  },
  { name: 'size', run: () => run('tsx', ['packages/build/src/size-cli.ts', '--built']) },
  {
    name: 'whole system',
    run: () => run('playwright', ['test'], { PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/e2e.json' }),
  },
])
