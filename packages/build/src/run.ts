import { spawn } from 'node:child_process'
import { root } from './workspace.ts'

/** Runs a program with our output; resolves to its exit code. */
export const run = (
  command: string,
  parameters: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    })
    child.on('error', () => resolve(127))
    child.on('exit', (code) => resolve(code ?? 1))
  })

export interface Step {
  readonly name: string
  readonly run: () => Promise<number>
}

/** Runs steps one after the other, all of them, and says at the end which failed. */
export async function runSteps(steps: readonly Step[]): Promise<void> {
  const failed: string[] = []
  for (const { name, run: step } of steps) {
    const start = Date.now()
    console.log(`\n── ${name}`)
    const code = await step()
    console.log(`── ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - start) / 1000).toFixed(1)} s`)
    if (code !== 0) failed.push(name)
  }
  console.log(failed.length === 0 ? '\nAll steps passed.' : `\nFailed: ${failed.join(', ')}.`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
