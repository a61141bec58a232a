import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from '../../support/child.ts'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test } from '../../support/killable-server.ts'
import { widget } from '../../support/test.ts'

test('the server is away before help was ever opened: a clear word, what was typed stays, and is answered when it is back', async ({
  page,
  host,
  server,
}) => {
  // Whoever serves the widget's files is up; the server is not.
  await page.route(`${server.url}/cdn/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice('/cdn/'.length)
    const body = await readFile(join(root, 'packages/widget/dist/cdn', name))
    await route.fulfill({ body, contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' } })
  })
  const { url } = await host()
  await page.goto(url)
  const { launcher, panel } = widget(page)
  const search = panel.getByRole('searchbox', { name: 'Search help' })
  await expect(launcher).toBeVisible()
  await server.kill()
  await launcher.click()
  await panel.getByRole('button', { name: 'Search help' }).click()
  await search.fill('vat rate')
  await expect(panel.getByRole('heading', { name: 'Help didn’t load' })).toBeVisible({ timeout: 20_000 })
  await expect(search).toHaveValue('vat rate')
  await server.restart()
  await panel.getByRole('button', { name: 'Try again' }).click()
  await expect(panel.getByRole('link', { name: /VAT rate/ }).first()).toBeVisible({ timeout: 20_000 })
  await expect(search).toHaveValue('vat rate')
})

test('a fresh tab without a network: the host’s service worker has what precacheList() names, and help is searched and read, with pictures', async ({
  page,
  context,
  host,
  server,
}) => {
  const help = `${server.url}/help/e2e/`
  const settings = { widget: `${server.url}/cdn/`, help, locale: 'en-GB', pictures: true }
  const [queue, loader] = scriptTag().trim().split('\n')
  const { url, close } = await host({
    body: `<h1>Host page</h1>${queue}<script>Docent('options', { faq: { content: '${help}' } })</script>${loader}`,
    // A small one, as a host would write and bundle it: its page, and what Docent names.
    worker: `${await bundled('packages/faq/src/precache/precache-list.ts')}
      const fill = async () => (await caches.open('app')).addAll(['/', ...(await docent.precacheList(${JSON.stringify(settings)}))])
      addEventListener('install', (event) => event.waitUntil(fill().then(() => skipWaiting())))
      addEventListener('activate', (event) => event.waitUntil(clients.claim()))
      addEventListener('fetch', (event) => event.respondWith(caches.match(event.request).then((found) => found ?? fetch(event.request))))`,
  })
  await page.goto(url)
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/sw.js')
    await navigator.serviceWorker.ready
  })
  await page.close()
  await server.kill()
  await close()

  const fresh = await context.newPage()
  await fresh.goto(url)
  const { launcher, panel, tab } = widget(fresh)
  await launcher.click()
  await tab('Help').click()
  await panel.getByRole('searchbox', { name: 'Search help' }).fill('api token')
  await panel.getByRole('link', { name: /^API tokens/ }).click()
  await expect(panel.getByRole('heading', { level: 1, name: 'API tokens' })).toBeVisible()
  const picture = panel.getByRole('img').first()
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBeGreaterThan(0)
})

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [join(root, file)], bundle: true, write: false, conditions: ['source'], format: 'iife' },
    globalName: 'docent',
  })
  return outputFiles[0]?.text ?? ''
}
