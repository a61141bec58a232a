import type { Locator } from '@playwright/test'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget } from '../../support/test.ts'

const page1 = `<button id="delete" type="button" data-docent-confirm="Delete 3 invoices?"><b>Delete</b></button>
<form id="form" data-docent-confirm="Send it to 240 people?"><input name="to"><button name="how" value="now">Send now</button><button>Send later</button></form>
<label><input type="checkbox" id="box" data-docent-confirm="Make it public?"> Public</label><output></output>
<script>var done = []; const say = (text) => done.push(text)
document.querySelector('#delete').addEventListener('click', () => say('deleted'))
document.querySelector('#form').addEventListener('submit', (e) => { e.preventDefault(); say('sent ' + (e.submitter?.value || '')) })</script>`
const done = (): string[] => (window as unknown as { done: string[] }).done
const dialog = 'alertdialog'

test.beforeEach(async ({ page, host }) => {
  const { url } = await host({ body: `${page1}${scriptTag()}` })
  await page.goto(url)
  await widget(page).launcher.waitFor()
})

/** A first question that is late is asked by the browser, where Playwright says no: on a slow machine it is pressed again. */
const askedBy = (press: () => Promise<void>, ask: Locator): Promise<void> =>
  expect(async () => {
    await press()
    await expect(ask).toBeVisible({ timeout: 2000 })
  }).toPass()

test('nothing happens before the answer; then it happens once', async ({ page }) => {
  const ask = page.getByRole(dialog, { name: 'Delete 3 invoices?' })
  await askedBy(() => page.getByRole('button', { name: 'Delete' }).dblclick(), ask)
  await expect(page.getByRole(dialog)).toHaveCount(1)
  expect(await page.evaluate(done)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(ask).toBeHidden()
  expect(await page.evaluate(done)).toEqual([])
  await expect(page.locator('#delete')).toBeFocused()
  await page.locator('#delete').press('Enter')
  await ask.getByRole('button', { name: 'Delete' }).click()
  await expect.poll(() => page.evaluate(done)).toEqual(['deleted'])
})

test('a form is submitted by the button that was pressed, or by Enter; a box is ticked', async ({ page }) => {
  const ask = page.getByRole(dialog, { name: 'Send it to 240 people?' })
  await askedBy(() => page.getByRole('button', { name: 'Send now' }).first().click(), ask)
  await ask.getByRole('button', { name: 'Send now' }).click()
  await expect.poll(() => page.evaluate(done)).toEqual(['sent now'])
  await page.locator('input[name=to]').press('Enter')
  await ask.getByRole('button', { name: 'Cancel' }).click()
  await expect(ask).toBeHidden()
  expect(await page.evaluate(done)).toEqual(['sent now'])
  await page.locator('#box').click()
  await expect(page.locator('#box')).not.toBeChecked()
  await page.getByRole(dialog).getByRole('button', { name: 'Continue' }).click()
  await expect(page.locator('#box')).toBeChecked()
})

test('asks by the browser when its own question cannot be loaded', async ({ page }) => {
  await page.context().setOffline(true)
  const asked: string[] = []
  page.on('dialog', (native) => {
    asked.push(native.message())
    void native.accept()
  })
  await page.locator('#delete').click()
  await expect.poll(() => page.evaluate(done)).toEqual(['deleted'])
  expect(asked).toEqual(['Delete 3 invoices?'])
})

test('without Docent the control works', async ({ page }) => {
  await page.route('**/cdn/**', (route) => route.abort())
  await page.reload()
  await page.locator('#delete').click()
  expect(await page.evaluate(done)).toEqual(['deleted'])
})
