import type { Page } from '@playwright/test'
import { type Demo, expect, openInbox, post, signUp, test, widget } from '../../support/demo.ts'

declare const Docent: (name: string, ...parameters: unknown[]) => Promise<unknown>

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** An invoice that was sent, by Paperlane's API. */
async function addSent(page: Page, { url }: Demo, clientId: string): Promise<string> {
  const line = { description: 'Title design', quantity: 1, unitCents: 12_000, vatRate: 21 }
  const days = { issuedOn: dayOf(Date.now()), dueOn: dayOf(Date.now() + 14 * 86_400_000) }
  const made = await post(page, `${url}/api/invoices`, { clientId, ...days, note: '', lines: [line] })
  const { id } = (made as { invoice: { id: string } }).invoice
  await post(page, `${url}/api/invoices/${id}/send`, {})
  return id
}

test('someone new is left alone; who has begun is helped where they are, and asked once they can tell', async ({
  page,
  browser,
  demo,
}) => {
  // One person's way through all of it.
  test.slow()
  const { launcher, panel, step } = widget(page)
  const parts = page.locator('docent-widget')
  const tip = (text: string | RegExp) => page.getByRole('tooltip').filter({ hasText: text })
  await signUp(page, demo)

  await test.step('nothing comes by itself', async () => {
    await expect
      .poll(() => page.evaluate(() => Docent('explain').then((all) => (all as object[]).length)))
      .toBeGreaterThan(0)
    const shown = await page.evaluate(() =>
      Docent('explain').then((all) => (all as { id: string; shown: boolean }[]).filter((one) => one.shown)),
    )
    expect(shown).toEqual([])
  })

  const { client } = (await post(page, `${demo.url}/api/clients`, { name: 'Northwind Films', country: 'LV' })) as {
    client: { id: string }
  }
  await test.step('what a field accepts, and why it did not', async () => {
    await page.goto(`${demo.url}/settings/bank-account`)
    const iban = page.getByTestId('iban')
    // It is known who is there.
    await parts.locator('.launcher .ring').waitFor()
    await iban.focus()
    await expect(tip('15 to 34 letters and digits')).toBeVisible()
    await iban.fill('1234')
    await page.getByTestId('save-bank-account').click()
    await expect(page.getByText('One field needs another look')).toBeVisible()
    await iban.focus()
    await expect(tip('Copy it from your bank’s app')).toBeVisible()
    await iban.fill('LV80 BANK 0000 4351 9500 1')
    await page.getByTestId('save-bank-account').click()
  })

  await test.step('a milestone with its badge, and points', async () => {
    await launcher.click()
    await panel.getByRole('button', { name: /Set up Paperlane/ }).click()
    await expect(panel.getByText('Milestone reached: Your clients can pay you').first()).toBeVisible()
    await expect(panel.getByText('35 of 100 points')).toBeVisible()
    await expect(panel.getByText('In business')).toContainText('not earned yet')
    await launcher.click()
  })

  const [first] = [await addSent(page, demo, client.id), await addSent(page, demo, client.id)]
  await post(page, `${demo.url}/api/invoices/${first}/pay`, {})
  await test.step('a dot on what is new to those who have begun, gone once it was used', async () => {
    await page.goto(`${demo.url}/invoices/${first}`)
    const dot = page.getByRole('button', { name: 'The same again?' })
    await dot.click()
    await expect(page.getByRole('dialog', { name: 'The same again?' })).toContainText('with today as its date')
    await page.getByTestId('duplicate').click()
    await page.waitForURL('**/edit')
    await page.goto(`${demo.url}/invoices/${first}`)
    await expect(page.getByTestId('duplicate')).toBeVisible()
    await expect(dot).toBeHidden()
  })

  await test.step('are you sure, before what changes the books', async () => {
    const asked = page.getByRole('alertdialog')
    // Where the first question is not there in time the browser asks instead, and is told no.
    await expect(async () => {
      await page.getByTestId('mark-as-not-paid').click()
      await expect(asked).toBeVisible({ timeout: 2000 })
    }).toPass()
    await asked.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByTestId('mark-as-not-paid')).toBeVisible()
    await page.getByTestId('mark-as-not-paid').click()
    await page.getByRole('alertdialog').getByRole('button', { name: 'Mark as not paid' }).click()
    await expect(page.getByTestId('mark-as-paid')).toBeVisible()
  })

  await test.step('a bar in the last days of the trial, once', async () => {
    await page.evaluate(() => Docent('update', { trialDaysLeft: 2 }))
    await expect(page.getByText('Your trial is in its last 3 days.')).toBeVisible()
    await parts.getByRole('button', { name: 'Got it' }).click()
    await expect(page.getByText('Your trial is in its last 3 days.')).toBeHidden()
  })

  await test.step('whether they would recommend it, after the third invoice', async () => {
    await addSent(page, demo, client.id)
    await page.goto(`${demo.url}/overview`)
    const question = step('Would you recommend Paperlane?')
    await question.getByText('9', { exact: true }).click()
    await question.getByRole('button', { name: 'Next' }).click()
    await step('Thank you').getByRole('button', { name: 'Done' }).click()
    await expect(parts.locator('.pop')).toHaveCount(0)
  })

  await test.step('what an agent shows comes at once', async () => {
    await post(page, `${demo.url}/api/clients`, { name: 'Eastwind', country: 'LT' })
    await launcher.click()
    await panel.getByRole('button', { name: /Ask us/ }).click()
    await widget(page).composer.fill('How do I write an invoice?')
    await widget(page).composer.press('Enter')
    await expect(widget(page).log.getByText('Sent')).toBeVisible()
    await launcher.click()
    const inbox = await openInbox(browser, demo)
    await inbox.getByRole('listitem').filter({ hasText: 'Ada Berg' }).getByRole('link').first().click()
    await inbox.getByRole('button', { name: 'Show in their app' }).click()
    const ask = (name: string) => inbox.getByRole('dialog').getByRole('button', { name, exact: true }).click()
    await ask('Start tour: Your first invoice')
    await expect(step('Write your first invoice')).toBeVisible()
    await step('Write your first invoice').getByRole('button', { name: 'Skip tour' }).click()
    await ask('Show checklist: Set up Paperlane')
    await expect(panel.getByRole('heading', { name: 'Set up Paperlane' })).toBeVisible()
    await ask('Show article: Why is my IBAN refused?')
    await expect(panel.getByRole('heading', { name: 'Why is my IBAN refused?' })).toBeVisible()
    await inbox.close()
  })
})
