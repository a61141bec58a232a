import type { Page } from '@playwright/test'
import { type Demo, expect, post, signUp, test, widget } from '../../support/demo.ts'
import { storedEntries } from '../../support/stored.ts'

/** An account in which the first invoice is what comes next. */
async function readyToWrite(page: Page, demo: Demo): Promise<void> {
  await signUp(page, demo)
  await post(page, `${demo.url}/api/clients`, { name: 'Northwind Films', country: 'LV' })
  const account = { iban: 'LV80 BANK 0000 4351 9500 1', bic: '', accountHolder: '' }
  const answer = await page.request.put(`${demo.url}/api/company/bank-account`, { data: account })
  expect(answer.ok(), await answer.text()).toBe(true)
  await page.goto(`${demo.url}/overview`)
}

/** From the home screen to the task, and “Show me how”. */
async function startTour(page: Page): Promise<void> {
  const { launcher, panel } = widget(page)
  await launcher.click()
  await panel.getByRole('button', { name: /Set up Paperlane/ }).click()
  await panel.getByRole('button', { name: /Create your first invoice/ }).click()
  await panel.getByRole('button', { name: 'Show me how' }).click()
}

const titles = ['Write your first invoice', 'Choose the client', 'Describe the work, then create the draft'] as const

test('a tour leads over two pages, through a reload, to the end', async ({ page, demo }) => {
  await readyToWrite(page, demo)
  await startTour(page)
  const [first, second, third] = titles.map((title) => widget(page).step(title))

  await expect(first!).toBeVisible()
  expect(new URL(page.url()).pathname).toBe('/invoices')
  await expect(first!.getByText('Step 1 of 3')).toBeAttached()
  await page.getByTestId('new-invoice').click()

  await expect(second!).toBeVisible()
  await expect(first!).toBeHidden()
  expect(new URL(page.url()).pathname).toBe('/invoices/new')
  await page.reload()
  await expect(second!).toBeVisible()
  await second!.getByRole('button', { name: 'Back' }).click()
  await expect(first!).toBeVisible()
  await page.getByTestId('new-invoice').click()
  await page.getByTestId('invoice-client').selectOption({ label: 'Northwind Films' })
  await second!.getByRole('button', { name: 'Next' }).click()

  await expect(third!).toBeVisible()
  await expect(third!.getByRole('button', { name: 'Done' })).toBeHidden()
  await page.getByLabel('Description').fill('Title design')
  await page.getByLabel('Price in €').fill('120')
  await page.getByTestId('save-invoice').click()
  await expect(third!).toBeHidden()
  await page.waitForURL(/invoices\/(?!new)/)
  await expect.poll(() => answers(page)).toEqual(['guide/first-invoice/completed'])

  await page.reload()
  await expect(widget(page).launcher).toBeVisible()
  await page.goto(`${demo.url}/invoices`)
  await expect(page.getByTestId('new-invoice')).toBeVisible()
  await expect.poll(() => answers(page)).toEqual(['guide/first-invoice/completed'])
  await expect(first!).toBeHidden()
})

test('Escape ends a tour, and the focus is back where it was', async ({ page, demo }) => {
  await readyToWrite(page, demo)
  await page.goto(`${demo.url}/invoices`)
  await startTour(page)
  const first = widget(page).step(titles[0])
  await expect(first.getByRole('heading')).toBeFocused()
  await expect(widget(page).panel).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(first).toBeHidden()
  await expect(widget(page).launcher).toBeFocused()
  await expect.poll(() => answers(page)).toEqual(['guide/first-invoice/dismissed'])
  await page.reload()
  await expect(widget(page).launcher).toBeVisible()
  await expect(first).toBeHidden()
})

test('the page stays usable while a tour runs, and it ends by “Skip tour”', async ({ page, demo }) => {
  await readyToWrite(page, demo)
  await startTour(page)
  const first = widget(page).step(titles[0])
  await expect(first).toBeVisible()
  await page.getByRole('link', { name: 'Clients', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Clients' })).toBeVisible()
  await expect(first).toBeHidden()
  await page.getByRole('link', { name: 'Invoices', exact: true }).click()
  await expect(first).toBeVisible()
  await first.getByRole('button', { name: 'Skip tour' }).click()
  await expect(first).toBeHidden()
})

/** Which answers about the tour this browser has stored. */
const answers = async (page: Page): Promise<readonly string[]> =>
  (await storedEntries(page)).flatMap((entry) => /guide\/first-invoice\/\w+/.exec(entry)?.[0] ?? [])
