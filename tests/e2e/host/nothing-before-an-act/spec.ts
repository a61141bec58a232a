import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget, write } from '../../support/test.ts'

type Docent = (name: string, ...parameters: unknown[]) => Promise<unknown>
declare const Docent: Docent

const stored = () =>
  Promise.resolve(indexedDB.databases()).then((databases) => ({
    databases: databases.map(({ name }) => name),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
  }))
const nothing = { databases: [], local: [], session: [], cookies: '' }

test('requests and stores nothing before start()', async ({ page, host, server }) => {
  const requests: string[] = []
  page.on(
    'request',
    (request) => void (request.url().startsWith(server.url) && requests.push(new URL(request.url()).pathname)),
  )
  const { url } = await host({ body: `<h1>Host page</h1>${scriptTag('data-app="e2e" data-manual')}` })
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  expect(requests).toEqual(['/cdn/loader.js'])
  expect(await page.evaluate(stored)).toEqual(nothing)
  await expect(page.locator('docent-widget')).toHaveCount(0)
})

test('stores nothing and opens no link before the visitor acts', async ({ page, host, server }) => {
  const requests: string[] = []
  page.on(
    'request',
    (request) => void (request.url().startsWith(`${server.url}/v1`) && requests.push(new URL(request.url()).pathname)),
  )
  const { url } = await host()
  await page.goto(url)
  const { launcher, panel, log } = widget(page)
  await expect(launcher).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(requests).toEqual(['/v1/content/config'])
  expect(await page.evaluate(stored)).toEqual(nothing)
  await launcher.click()
  await expect(panel.getByRole('heading', { name: /What can we help with/ })).toBeVisible()
  await page.getByRole('button', { name: 'Messages' }).click()
  await expect(panel.getByRole('button', { name: 'New message' })).toBeVisible()
  await expect.poll(() => requests).toContain('/v1/events')
  expect(await page.evaluate(stored)).toEqual(nothing)
  await write(page, 'Now I act')
  await expect(log.getByText('Sent')).toBeVisible()
  expect((await page.evaluate(stored)).databases).toEqual(['docent/e2e/v1'])
})

test('consent to no storage keeps everything in memory', async ({ page, host }) => {
  const { url } = await host({
    body: `<h1>Host page</h1><script>Docent = function () { (Docent.q ??= []).push(arguments) }; Docent('options', { consent: { storage: 'none' } })</script>${scriptTag()}`,
  })
  await page.goto(url)
  await write(page, 'Off the record')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
  expect(await page.evaluate(stored)).toEqual(nothing)
  await page.evaluate(() => Docent('consent', { storage: 'all' }))
  expect((await page.evaluate(stored)).databases).toEqual(['docent/e2e/v1'])
})
