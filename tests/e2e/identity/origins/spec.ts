import type { Page } from '@playwright/test'
import { scriptTag } from '../../support/host-page.ts'
import { storedEntries } from '../../support/stored.ts'
import { expect, test, widget, write } from '../../support/test.ts'

/** A page with a link that carries the visitor along, as a host would write it. */
const pageWithLink = `<h1>Host page</h1>${scriptTag()}
<script>
  const lead = async (event) => {
    event.preventDefault()
    location.href = await Docent('handover', event.target.href)
  }
  addEventListener('DOMContentLoaded', () => {
    const [to] = location.hash.slice(1).split('|')
    const link = document.querySelector('a')
    link.href = decodeURIComponent(to)
    link.addEventListener('click', lead)
  })
</script>
<a href="#">Sign up</a>`

const otherName = (url: string): string => url.replace('127.0.0.1', 'localhost')
const openMessages = async (page: Page): Promise<void> => {
  await widget(page).launcher.click()
  await widget(page).tab('Messages').click()
}

test('a visitor is carried to another origin of the app, once, and a stranger’s address takes and gives nothing', async ({
  page,
  browser,
  host,
  agent,
}) => {
  const { url: landing } = await host({ body: pageWithLink })
  const { url } = await host()
  const app = `${otherName(url)}/?plan=a%20b#top`
  const { log, panel } = widget(page)
  let handed = ''
  page.on('request', (request) => {
    if (request.url().includes('docent-handover')) handed = request.url()
  })

  await test.step('nobody is carried before the visitor has said anything', async () => {
    await page.goto(`${landing}/#${encodeURIComponent(app)}`)
    await page.getByRole('link').click()
    await page.waitForURL(app)
    expect(handed).toBe('')
    await page.goBack()
  })

  await test.step('who has written is known on the other origin, and the token leaves the address', async () => {
    await write(page, 'Is there a trial?')
    await expect(log.getByText('Sent')).toBeVisible()
    await page.getByRole('link').click()
    await page.waitForURL(app)
    expect(handed).toMatch(/\?plan=a%20b&docent-handover=[\w-]+$/)
    await agent.reply('Yes, 14 days.')
    await expect(widget(page).launcher).toHaveAccessibleName(/1 unread/)
    await page.reload()
    await widget(page).launcher.click()
    await expect(log.getByText('Yes, 14 days.')).toBeVisible()
    await write(page, 'Thank you!')
    await expect(log.locator('.bubble')).toHaveText([/trial/, /14 days/, /Thank you/])
    await expect.poll(async () => (await agent.conversations()).map(({ excerpt }) => excerpt)).toEqual(['Thank you!'])
  })

  await test.step('the address is good once', async () => {
    const other = await (await browser.newContext()).newPage()
    await other.goto(landing)
    await other.evaluate((to) => void (location.href = to), handed)
    // What a request says has no fragment.
    await other.waitForURL(app.split('#')[0] ?? '')
    await openMessages(other)
    await expect(widget(other).panel.getByRole('heading', { name: 'No messages yet' })).toBeVisible()
    expect((await storedEntries(other)).join()).not.toContain('link/state')
    await other.context().close()
  })

  await test.step('from a page where it was not made, it is nothing', async () => {
    await page.goto(`${landing}/#${encodeURIComponent(app)}`)
    const trap = await page.evaluate<string>(`Docent('handover', '${app}')`)
    expect(trap).toContain('docent-handover=')
    const victim = await (await browser.newContext()).newPage()
    const { url: evil } = await host({ body: `<a href="${trap}">Look</a>` })
    await victim.goto(evil)
    await victim.getByRole('link').click()
    await victim.waitForURL(app)
    await write(victim, 'My private question')
    await expect(widget(victim).log.getByText('Sent')).toBeVisible()
    await expect.poll(async () => (await agent.conversations()).length).toBe(2)
    await page.goto(landing)
    await openMessages(page)
    await expect(panel.getByText('You: Thank you!')).toBeVisible()
    await expect(panel.getByText('My private question')).toBeHidden()
    await victim.context().close()
  })
})

test('origins under one domain have one visitor by a cookie, which ends with them', async ({ page, host, agent }) => {
  const body = `<h1>Host page</h1>
    <script>window.Docent ??= function () { (Docent.q ??= []).push(arguments) }
    Docent('options', { cookieDomain: 'paperlane.localhost' })</script>${scriptTag()}`
  const under = async (name: string): Promise<string> =>
    (await host({ body })).url.replace('127.0.0.1', `${name}.paperlane.localhost`)
  const [www, app, later] = [await under('www'), await under('app'), await under('later')]
  const { log, panel } = widget(page)
  const cookies = async () => (await page.context().cookies([www])).map(({ name }) => name)

  await page.goto(www)
  await widget(page).launcher.click()
  await expect(panel).toBeVisible()
  expect(await cookies()).toEqual([])
  await write(page, 'Is there a trial?')
  await expect(log.getByText('Sent')).toBeVisible()
  await expect.poll(cookies).toEqual(['docent-e2e'])
  await page.goto(app)
  await agent.reply('Yes, 14 days.')
  await expect(widget(page).launcher).toHaveAccessibleName(/1 unread/)
  await widget(page).launcher.click()
  await expect(log.locator('.bubble')).toHaveText([/trial/, /14 days/])
  await page.evaluate("Docent('signOut')")
  await expect.poll(cookies).toEqual([])
  await page.goto(later)
  await openMessages(page)
  await expect(panel.getByRole('heading', { name: 'No messages yet' })).toBeVisible()
})
