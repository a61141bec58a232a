import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { signVisitorToken } from '../../../../packages/server/src/client/index.ts'
import { root } from '../../support/child.ts'
import { scriptTag, serveHostPage } from '../../support/host-page.ts'
import { storedEntries } from '../../support/stored.ts'
import { app, test as base, expect, widget } from '../../support/test.ts'

const key = 'a shared secret of more than 32 bytes'
const one = (title: string, body: string, matter = ''): string =>
  `---\ntitle: ${title}\ncategory: data\n${matter}---\n\n${body}\n`

/** A help centre with an article that only those who pay may read, and a server that hands it out. */
const test = base.extend<{ readonly address: string }>({
  address: async ({ backends }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'docent-e2e-restricted-'))
    const [sourceDir, helpDir, restrictedHelpDir] = ['source', 'public', 'private'].map((name) =>
      join(folder, name),
    ) as [string, string, string]
    await mkdir(sourceDir)
    await writeFile(join(sourceDir, 'categories.yml'), '- { id: data, title: Data }\n')
    await writeFile(join(sourceDir, 'export.md'), one('Export your data', 'A file with all of it comes by mail.'))
    await writeFile(
      join(sourceDir, 'ledger.md'),
      one(
        'Zanzibar ledger for the paid plan',
        'The word is marmalade.\n\n## Quokka settings\n\nOnly here.',
        'plan: pro\n',
      ),
    )
    const source = ['--import', 'tsx', '--conditions=source', join(root, 'packages/cli/src/bin.ts')]
    const command = ['build', sourceDir, '--out', helpDir, '--restricted', restrictedHelpDir]
    await promisify(execFile)(process.execPath, [...source, ...command], { cwd: root })
    const apps = [{ ...app, helpDir, restrictedHelpDir, tokenKeys: [{ algorithm: 'HS256' as const, key }] }]
    const server = await backends.start('server', { apps })
    const host = await serveHostPage({ docent: server.url, body: `<h1>Host page</h1>${scriptTag()}` })
    await use(host.url)
    await host.close()
    await server.stop()
    await rm(folder, { recursive: true })
  },
})

/** All that the browser was sent, as text. */
function recordDownloads(page: Page) {
  const texts: Promise<string>[] = []
  page.on('response', (response) => {
    const isStream = response.headers()['content-type']?.includes('event-stream')
    if (!isStream) texts.push(response.text().catch(() => ''))
  })
  return async () => (await Promise.all(texts)).join('\n')
}

const paid = /zanzibar|ledger|marmalade|quokka/i
const identify = (page: Page, id: string, token: string): Promise<void> =>
  page.evaluate(
    ([who, signed]) =>
      (window as unknown as { Docent(...call: unknown[]): Promise<void> }).Docent('identify', { id: who }, signed),
    [id, token],
  )
const tokenFor = (id: string, plan: string) => signVisitorToken({ key, app: 'e2e', id, traits: { plan } })

test('who may not read an article is sent nothing of it; who may finds it without a reload, and nothing of it stays', async ({
  page,
  address,
}) => {
  const downloaded = recordDownloads(page)
  const { launcher, panel } = widget(page)
  const search = panel.getByRole('searchbox')
  const stored = async () => (await storedEntries(page)).join('\n')
  await page.goto(address)
  await launcher.click()
  await widget(page).tab('Help').click()

  const findsNothing = async () => {
    await expect(panel.getByRole('link', { name: 'Export your data' })).toBeVisible()
    await search.fill('export')
    await expect(panel.getByRole('link', { name: 'Export your data' })).toBeVisible()
    await search.fill('marmalade')
    await expect(panel.getByRole('heading', { name: 'Nothing about “marmalade”' })).toBeVisible()
    await search.fill('')
    // All that there is to be had is here.
    await expect.poll(stored).toContain('comes by mail')
  }
  await test.step('a visitor nobody knows, and one of the free plan', async () => {
    await findsNothing()
    await identify(page, 'free', await tokenFor('free', 'free'))
    await findsNothing()
    expect(await downloaded()).not.toMatch(paid)
    expect(await stored()).not.toMatch(paid)
  })

  await test.step('one who pays', async () => {
    await identify(page, 'paying', await tokenFor('paying', 'pro'))
    await expect(panel.getByRole('link', { name: 'Zanzibar ledger' })).toBeVisible()
    await search.fill('marmalade')
    await panel.getByRole('link', { name: 'Zanzibar ledger' }).click()
    await expect(panel.getByText('The word is marmalade.')).toBeVisible()
    await expect(panel.getByRole('heading', { name: 'Quokka settings' })).toBeVisible()
    await panel.getByRole('button', { name: 'Back' }).click()
    await search.fill('export')
    await expect(panel.getByRole('link', { name: 'Export your data' })).toBeVisible()
    await search.fill('')
    await expect.poll(stored).toMatch(/marmalade/)
    expect(await downloaded()).toMatch(/marmalade/)
  })

  await test.step('after sign-out', async () => {
    await page.evaluate(() => (window as unknown as { Docent(...call: unknown[]): Promise<void> }).Docent('signOut'))
    await expect.poll(stored).not.toMatch(paid)
    await page.reload()
    await launcher.click()
    await widget(page).tab('Help').click()
    await findsNothing()
    expect(await stored()).not.toMatch(paid)
  })
})
