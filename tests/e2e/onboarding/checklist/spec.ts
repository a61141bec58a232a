import { another, expect, signIn, signUp, test, widget } from '../../support/demo.ts'

test('five tasks tick themselves by what is really done, on every device', async ({ page, browser, demo }) => {
  const open = async (on = page) => {
    const { launcher, panel } = widget(on)
    if (!(await panel.isVisible())) await launcher.click()
    await panel.getByRole('button', { name: /Set up Paperlane/ }).click()
    return panel
  }
  const task = (name: string, on = page) => widget(on).panel.getByRole('listitem').filter({ hasText: name })
  const stateOf = (name: string, state: string, on = page) =>
    expect(task(name, on).getByText(state, { exact: true })).toBeAttached()
  const arc = page.locator('docent-widget .launcher .ring circle').last()

  await signUp(page, demo)
  const panel = await open()
  await expect(panel.getByText('0 of 5 done').first()).toBeVisible()
  await expect(task('Create your first invoice')).toContainText(
    'Opens when “Add a client”, “Add your bank account” is done',
  )
  await expect(task('Create your first invoice').getByRole('button')).toHaveCount(0)

  await test.step('company details, from the button of the task', async () => {
    await panel.getByRole('button', { name: 'Add details' }).click()
    await page.waitForURL('**/settings/company')
    await page.getByLabel('Address').fill('Brīvības 1, Riga')
    await page.getByLabel('Country').selectOption('LV')
    await page.getByRole('button', { name: 'Save company' }).click()
    await stateOf('Add your company details', 'Done')
    await expect(panel.getByText('1 of 5 done').first()).toBeVisible()
    await expect(arc).toHaveAttribute('stroke-dasharray', '20 100')
  })

  await test.step('a client, with the panel closed', async () => {
    await panel.getByRole('button', { name: 'Add client' }).click()
    await page.waitForURL('**/clients/new')
    await widget(page).launcher.click()
    await expect(panel).toBeHidden()
    await page.getByLabel('Name').fill('Northwind Films')
    await page.getByRole('main').getByRole('button', { name: 'Add client' }).click()
    await expect(arc).toHaveAttribute('stroke-dasharray', '40 100')
    await page.reload()
    await expect(arc).toHaveAttribute('stroke-dasharray', '40 100')
    await widget(page).launcher.click()
    await expect(panel.getByRole('button', { name: /Set up Paperlane/ })).toContainText(
      '2 of 5 · Next: Add your bank account',
    )
    await open()
    await stateOf('Add a client', 'Done')
    await expect(task('Create your first invoice')).toContainText('Opens when “Add your bank account” is done')
  })

  const second = await another(browser)
  await test.step('what was left out shows on a second device, and can be put back there', async () => {
    await task('Invite a colleague').getByRole('button').first().click()
    await task('Invite a colleague').getByRole('button', { name: 'Skip' }).click()
    await expect(panel.getByText('2 of 4 done').first()).toBeVisible()
    await signIn(second, demo)
    const there = await open(second)
    await expect(there.getByText('2 of 4 done').first()).toBeVisible()
    await stateOf('Invite a colleague', 'Skipped', second)
    await task('Invite a colleague', second).getByRole('button', { name: 'Put back' }).click()
    await expect(there.getByText('2 of 5 done').first()).toBeVisible()
    await expect(panel.getByText('2 of 5 done').first()).toBeVisible()
  })

  await test.step('the bank account unlocks the invoice', async () => {
    await task('Add your bank account').getByRole('button').click()
    await panel.getByRole('button', { name: 'Add account' }).click()
    await page.getByLabel('IBAN').fill('LV80 BANK 0000 4351 9500 1')
    await page.getByRole('button', { name: 'Save bank account' }).click()
    await stateOf('Add your bank account', 'Done')
    await expect(panel.getByRole('button', { name: 'New invoice' })).toBeVisible()
    await stateOf('Add your bank account', 'Done', second)
    await second.close()
  })

  await test.step('an invoice', async () => {
    await panel.getByRole('button', { name: 'New invoice' }).click()
    await page.waitForURL('**/invoices/new')
    await page.getByLabel('Client').selectOption({ label: 'Northwind Films' })
    await page.getByLabel('Description').fill('Title design')
    await page.getByLabel('Price in €').fill('120')
    await page.getByRole('button', { name: 'Create draft' }).click()
    await stateOf('Create your first invoice', 'Done')
    await expect(panel.getByText('4 of 5 done').first()).toBeVisible()
  })

  await test.step('a colleague, and all is done', async () => {
    await panel.getByRole('button', { name: 'Invite' }).last().click()
    await page.waitForURL('**/members')
    await widget(page).launcher.click()
    await page.getByLabel('E-mail of a colleague').fill('tom@brightwater.example')
    await page.getByRole('main').getByRole('button', { name: 'Invite', exact: true }).click()
    await expect(arc).toHaveAttribute('stroke-dasharray', '100 100')
    await open()
    await expect(panel.getByRole('heading', { name: 'All 5 tasks done' })).toBeVisible()
    await expect(panel.getByText('You finished “Invite a colleague” on')).toBeVisible()
    await panel.getByRole('button', { name: 'Close', exact: true }).last().click()
    await expect(panel).toBeHidden()
    await page.reload()
    await widget(page).launcher.click()
    await expect(panel.getByRole('heading', { name: /What can we help with/ })).toBeVisible()
    await expect(panel.getByRole('button', { name: /Set up Paperlane/ })).toBeHidden()
  })
})
