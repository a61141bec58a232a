import type { CDPSession, Locator, Page } from '@playwright/test'
import { expect, post, signUp, test, widget } from '../../support/demo.ts'

interface Node {
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly description?: { readonly value: string }
}

/** What a screen reader says about a control besides its name, as the browser computes it. */
async function description(tree: CDPSession, role: string, name: string): Promise<string | undefined> {
  const { nodes } = (await tree.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] }
  const found = nodes.filter((node) => node.role?.value === role && node.name?.value === name)
  expect(found).toHaveLength(1)
  return found[0]?.description?.value || undefined
}

async function openInvoice(page: Page, url: string): Promise<void> {
  const { client } = (await post(page, `${url}/api/clients`, { name: 'Northwind Films', country: 'LV' })) as {
    client: { id: string }
  }
  const lines = [{ description: 'Title design', unitCents: 12_000 }]
  const { invoice } = (await post(page, `${url}/api/invoices`, { clientId: client.id, lines })) as {
    invoice: { id: string }
  }
  await page.goto(`${url}/invoices/${invoice.id}`)
}

const box = async (part: Locator) => (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }

test('a tooltip comes by pointer and by keyboard, describes its control, and goes with Escape', async ({
  page,
  demo,
}) => {
  await signUp(page, demo)
  await openInvoice(page, demo.url)
  const tree = await page.context().newCDPSession(page)
  const tip = page.getByRole('tooltip')
  const duplicate = page.getByRole('button', { name: 'Duplicate' })
  await expect(duplicate).toBeVisible()
  expect(await description(tree, 'button', 'Duplicate')).toBeUndefined()

  await test.step('by pointer', async () => {
    await duplicate.hover()
    await expect(tip).toHaveText('Makes a copy to edit')
    expect(await description(tree, 'button', 'Duplicate')).toBe('Makes a copy to edit')
    const [control, shown] = [await box(duplicate), await box(tip)]
    const gap = Math.max(control.y - shown.y - shown.height, shown.y - control.y - control.height)
    expect(gap).toBeGreaterThanOrEqual(0)
    expect(gap).toBeLessThan(24)
    await tip.hover()
    await page.keyboard.press('Escape')
    await expect(tip).toBeHidden()
    expect(await duplicate.getAttribute('aria-describedby')).toBeNull()
    await page.mouse.move(0, 0)
    await duplicate.hover()
    await expect(tip).toBeVisible()
    await page.mouse.move(0, 0)
    await expect(tip).toBeHidden()
  })

  await test.step('by keyboard', async () => {
    await page.getByRole('link', { name: 'Edit' }).focus()
    await page.keyboard.press('Tab')
    await expect(duplicate).toBeFocused()
    await expect(tip).toHaveText('Makes a copy to edit')
    await page.keyboard.press('Tab')
    await expect(tip).toHaveText('Prints the sheet, or saves it as PDF')
    expect(await description(tree, 'button', 'Duplicate')).toBeUndefined()
    expect(await description(tree, 'button', 'Print')).toBe('Prints the sheet, or saves it as PDF')
    await page.keyboard.press('Escape')
    await expect(tip).toBeHidden()
    await expect(page.getByRole('button', { name: 'Print' })).toBeFocused()
    expect(await description(tree, 'button', 'Print')).toBeUndefined()
  })
})

test('a tip is added to what describes the field already, and taken away from it exactly', async ({ page, demo }) => {
  await signUp(page, demo, '/settings/bank-account')
  const tree = await page.context().newCDPSession(page)
  const iban = page.getByTestId('iban')
  await iban.fill('XX00')
  await page.getByRole('button', { name: 'Save bank account' }).click()
  await expect(page.locator('#bank-iban-error')).toBeVisible()
  const error = await page.locator('#bank-iban-error').textContent()
  await page.getByLabel('BIC').focus()
  await expect(page.getByRole('tooltip')).toBeHidden()
  const before = await iban.getAttribute('aria-describedby')
  expect(before).toBe('bank-iban-error')
  await page.keyboard.press('Shift+Tab')
  const mend =
    'Copy it from your bank’s app or a statement. Card numbers and account numbers without the country do not work.'
  await expect(page.getByRole('tooltip')).toHaveText(mend)
  expect(await description(tree, 'textbox', 'IBAN')).toBe(`${error} ${mend}`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tooltip')).toBeHidden()
  expect(await iban.getAttribute('aria-describedby')).toBe(before)
})

test('a tip by target, given in the options, shows on its field', async ({ page, demo }) => {
  await signUp(page, demo)
  await post(page, `${demo.url}/api/clients`, { name: 'Northwind Films', country: 'LV' })
  await page.goto(`${demo.url}/invoices/new`)
  await widget(page).launcher.waitFor()
  await page.getByLabel('Due date').hover()
  await expect(page.getByRole('tooltip')).toContainText('Your days to pay after the invoice date.')
})
