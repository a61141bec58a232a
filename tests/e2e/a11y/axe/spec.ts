import type { Browser, Page } from '@playwright/test'
import { type Agent, signInAgent } from '../../support/agent.ts'
import { violations } from '../../support/axe.ts'
import { ada, another, type Demo, expect, post, signUp, startDemo, test, widget } from '../../support/demo.ts'
import { write } from '../../support/test.ts'

let demo: Demo
let agent: Agent
let people = 0
test.beforeAll(async ({ backends }) => {
  demo = await startDemo(backends)
  agent = await signInAgent(new URL(demo.inboxLink).origin, demo.inboxLink)
})
test.afterAll(() => demo.stop())

/** A person with a client and a bank account, for whom the first invoice comes next. */
async function comeIn(page: Page, path = '/invoices'): Promise<void> {
  people++
  await signUp(page, demo, path, { ...ada, email: `ada${people}@brightwater.example` })
  await post(page, `${demo.url}/api/clients`, { name: 'Northwind Films', country: 'LV' })
  const account = { iban: 'LV80 BANK 0000 4351 9500 1', bic: '', accountHolder: '' }
  expect((await page.request.put(`${demo.url}/api/company/bank-account`, { data: account })).ok()).toBe(true)
  await page.reload()
  await expect(widget(page).launcher).toBeVisible()
}

/** Judges what stands there in every look, one after the other: what is checked was reached once, and must bear the change. */
const check = (page: Page, what: string, widths: readonly number[], selector?: string) =>
  test.step(what, async () => {
    for (const width of widths)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: width > 500 ? 800 : 844 })
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        expect(await violations(page, selector), `${what}, ${colorScheme}, ${width} px wide`).toEqual([])
      }
  })
const desktop = 1280
const phone = 390
const checkWidget = (page: Page, what: string) => check(page, what, [phone, desktop], 'docent-widget')

/** The inbox in a browser of its own, with the agent's session. */
async function inboxPage(browser: Browser, path = ''): Promise<Page> {
  const page = await another(browser)
  const [name = '', value = ''] = agent.cookie.split('=')
  await page.context().addCookies([{ name, value, url: new URL(demo.inboxLink).origin }])
  await page.goto(`${new URL('/inbox/', demo.inboxLink)}${path}`)
  return page
}

test('launcher, home and chat', async ({ page }) => {
  await comeIn(page)
  const { launcher, panel, log, tab } = widget(page)
  await checkWidget(page, 'launcher')
  await launcher.click()
  await expect(panel.getByRole('button', { name: /Ask us/ })).toBeVisible()
  await expect(panel.getByRole('button', { name: /Set up Paperlane/ })).toBeVisible()
  await checkWidget(page, 'home')
  await write(page, 'Which *rate* do I use?')
  await expect(log.getByText('Sent')).toBeVisible()
  await agent.reply('Your **own**: see https://example.com')
  await expect(log.getByRole('link', { name: 'https://example.com' })).toBeVisible()
  await checkWidget(page, 'chat')
  await panel.getByRole('button', { name: 'Back' }).click()
  await expect(panel.getByRole('button', { name: 'New message' })).toBeVisible()
  await checkWidget(page, 'conversations')
  await tab('Home').click()
  await expect(panel.getByRole('heading', { name: /What can we help with/ })).toBeVisible()
  await checkWidget(page, 'home with a conversation')
})

test('help, results and article', async ({ page }) => {
  await comeIn(page)
  const { launcher, panel, search, tab } = widget(page)
  await launcher.click()
  await tab('Help').click()
  await expect(panel.getByRole('heading', { name: 'All topics' })).toBeVisible()
  await checkWidget(page, 'help')
  await search.fill('api token')
  await expect(panel.getByRole('link', { name: /^API tokens/ })).toBeVisible()
  await checkWidget(page, 'results')
  await panel.getByRole('link', { name: /^API tokens/ }).click()
  await expect(panel.getByRole('table')).toBeVisible()
  await checkWidget(page, 'article')
  await panel.getByRole('button', { name: 'Back' }).click()
  await search.fill('zeppelin')
  await expect(panel.getByRole('heading', { name: 'Nothing about “zeppelin”' })).toBeVisible()
  await checkWidget(page, 'no results')
})

test('checklist, tour step and tip', async ({ page }) => {
  await comeIn(page)
  const { launcher, panel, step } = widget(page)
  await launcher.click()
  await panel.getByRole('button', { name: /Set up Paperlane/ }).click()
  await panel.getByRole('button', { name: /Create your first invoice/ }).click()
  await expect(panel.getByRole('button', { name: 'Show me how' })).toBeVisible()
  await checkWidget(page, 'checklist')
  await panel.getByRole('button', { name: 'Show me how' }).click()
  await expect(step('Write your first invoice')).toBeVisible()
  await checkWidget(page, 'tour step')
  await step('Write your first invoice').getByRole('button', { name: 'Skip tour' }).click()
  await expect(step('Write your first invoice')).toBeHidden()
  await page.goto(`${demo.url}/settings/bank-account`)
  await expect(launcher).toBeVisible()
  await page.getByTestId('iban').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('tooltip')).toBeVisible()
  await checkWidget(page, 'tip')
})

for (const width of [desktop, phone])
  test(`inbox, ${width} px wide`, async ({ page, browser }) => {
    test.setTimeout(90_000)
    const inbox = await another(browser)
    await inbox.setViewportSize({ width, height: 844 })
    await inbox.goto(String(new URL('/inbox/', demo.inboxLink)))
    await expect(inbox.getByRole('textbox', { name: 'E-mail address' })).toBeVisible()
    await check(inbox, 'sign-in', [width])
    await comeIn(page)
    await write(page, `Where are my invoices? ${people}`)
    await expect(widget(page).log.getByText('Sent')).toBeVisible()
    const desk = await inboxPage(browser)
    await desk.setViewportSize({ width, height: 844 })
    const row = desk.getByRole('link', { name: new RegExp(`Where are my invoices\\? ${people}`) })
    await expect(row).toBeVisible()
    await check(desk, 'list', [width])
    await row.click()
    await expect(desk.getByRole('log', { name: 'Messages' }).getByText('Where are my invoices?')).toBeVisible()
    await desk.getByRole('textbox', { name: 'Reply' }).fill('Under **Invoices**.')
    await desk.getByRole('textbox', { name: 'Reply' }).press('Enter')
    await expect(
      desk
        .getByRole('log', { name: 'Messages' })
        .getByText(/Sent |Read/)
        .last(),
    ).toBeVisible()
    await check(desk, 'thread', [width])
    if (width < 500) await desk.getByRole('button', { name: 'Visitor details' }).click()
    await expect(desk.getByRole('complementary', { name: 'Visitor' }).getByRole('progressbar')).toBeVisible()
    await check(desk, 'visitor', [width])
    await desk.goto(String(new URL('/inbox/insights', demo.inboxLink)))
    await expect(desk.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible()
    await check(desk, 'insights', [width])
  })
