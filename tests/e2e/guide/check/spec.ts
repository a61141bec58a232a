import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../support/child.ts'
import { chromiumPath } from '../../support/chromium-path.ts'
import { expect, post, signUp, test } from '../../support/demo.ts'

/** Runs `docent check` as a person or CI does. */
async function check(...words: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const source = ['--import', 'tsx', '--conditions=source', join(root, 'packages/cli/src/bin.ts')]
  const child = spawn(process.execPath, [...source, 'check', ...words], { cwd: root })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (said += chunk))
  const [code] = await once(child, 'close')
  return { code: Number(code), said }
}

test('docent check finds what tours point at on the real pages, says what is fragile, and mends it', async ({
  page,
  demo,
}, testInfo) => {
  test.slow()
  await signUp(page, demo, '/invoices')
  // Without one there is no form for invoices.
  const { client } = (await post(page, `${demo.url}/api/clients`, { name: 'Northwind Films', country: 'LV' })) as {
    client: { id: string }
  }
  const lines = [{ description: 'Title design', unitCents: 12_000 }]
  const { invoice } = (await post(page, `${demo.url}/api/invoices`, { clientId: client.id, lines })) as {
    invoice: { id: string }
  }
  const state = testInfo.outputPath('state.json')
  await page.context().storageState({ path: state })
  const signedIn = ['--storage-state', state, '--browser', chromiumPath]
  const file = testInfo.outputPath('docent.json')
  const step = (id: string, target: unknown) => ({ id, page: '/invoices', target, title: id, text: id })

  await test.step('the tours and tips of Paperlane are where they should be', async () => {
    // The tip stands on the same page as the tour, which is opened for that.
    const { code, said } = await check(
      demo.url,
      '--definitions',
      'examples/saas-demo/src/docent/guides.ts',
      '--wait',
      '2000',
      '--pages',
      `/invoices/${invoice.id}`,
      ...signedIn,
    )
    expect(said).toContain('✓ tours/first-invoice/start: 95 %')
    expect(said).toContain('✓ tips/due-date: 95 %')
    expect(said).toMatch(/✓ hotspots\/duplicate: \d\d %/)
    expect(said).toContain('5 targets: 0 errors, 0 warnings')
    expect(code).toBe(0)
  })

  await test.step('what is fragile or gone is told, with what would be sturdier, and fails', async () => {
    const tours = [{ id: 'a', steps: [step('fragile', { ref: 'new' }), step('gone', '#nope')] }]
    await writeFile(file, JSON.stringify({ version: 1, targets: { new: 'main a.button.primary' }, tours }, null, 2))
    const { code, said } = await check(demo.url, '--definitions', file, '--wait', '300', '--fix', ...signedIn)
    expect(said).toMatch(
      /! tours\/a\/fragile: 35 %, a class says how it looks.*\n +Sturdier, 95 %: \{"testId":"new-invoice"\}/,
    )
    expect(said).toMatch(/✗ tours\/a\/gone: missing on .*\/invoices, nothing matches/)
    expect(said).toContain(`Written to ${file}: tours/a/fragile`)
    expect(code).toBe(1)
    expect(JSON.parse(await readFile(file, 'utf8')).targets.new).toEqual([
      { testId: 'new-invoice' },
      { css: 'main a.button.primary' },
    ])
  })

  await test.step('what was mended is found by its better way', async () => {
    await writeFile(file, (await readFile(file, 'utf8')).replace('#nope', '[data-testid=new-invoice]'))
    const { code, said } = await check(demo.url, '--definitions', file, '--strict', ...signedIn)
    expect(said).toContain('2 targets: 0 errors, 0 warnings')
    expect(code).toBe(0)
  })

  await test.step('whoever is not signed in does not get there', async () => {
    const { code, said } = await check(demo.url, '--definitions', file, '--wait', '300', '--browser', chromiumPath)
    expect(said).toContain('2 targets: 2 errors')
    expect(code).toBe(1)
  })

  await test.step('without a browser it says how to get one', async () => {
    const { code, said } = await check(demo.url, '--definitions', file, '--browser', '/nowhere')
    expect(said).toContain(
      'browser-missing: /nowhere is no browser that starts. Run `npx playwright-core install chromium`',
    )
    expect(code).toBe(2)
  })
})
