import { run, runSteps } from './run.ts'

/** `pnpm check`: what must hold before each commit, in about a minute. */
await runSteps([
  { name: 'types', run: () => run('tsc', ['--noEmit']) },
  { name: 'lint', run: () => run('biome', ['check', '--error-on-warnings', '.']) },
  {
    name: 'unit, boundaries and docs',
    run: () =>
      run('vitest', [
        'run',
        '--project',
        'browser',
        '--project',
        'mocking',
        '--project',
        'node',
        '--exclude',
        'packages/server/**',
        '--reporter',
        'dot',
      ]),
  },
  { name: 'size', run: () => run('tsx', ['packages/build/src/size-cli.ts']) },
])
