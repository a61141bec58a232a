import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../../support/child.ts'
import { signUp, widget } from '../../support/demo.ts'
import { expect, test } from '../../support/split-demo.ts'

/** Opens Help, once, and lets the widget fetch what it wants ahead. */
async function openOnce(page: Page): Promise<void> {
  const { launcher, panel, search, tab } = widget(page)
  await launcher.click()
  await tab('Help').click()
  await expect(panel.getByRole('heading', { name: 'All topics' })).toBeVisible()
  await search.fill('invoice')
  await expect(panel.getByText(/^\d+ articles\. Works offline\.$/).first()).toBeAttached()
}

async function searchAndRead(page: Page): Promise<void> {
  const { panel, search } = widget(page)
  await search.fill('tok')
  await expect(panel.getByRole('link', { name: /^API tokens/ })).toBeVisible()
  await search.fill('vat rat')
  await expect(panel.getByRole('link', { name: /VAT rate/ }).first()).toBeVisible()
  await expect(panel.getByText(/^\d+ articles\. Works offline\.$/).first()).toBeAttached()
  await search.fill('token')
  await panel.getByRole('link', { name: /^API tokens/ }).click()
  await expect(panel.getByRole('heading', { level: 1, name: 'API tokens' })).toBeVisible()
  await expect(panel.getByRole('heading', { level: 2, name: 'Create one' })).toBeVisible()
  await expect(panel.getByRole('list').first().getByRole('listitem')).toHaveCount(4)
  await expect(panel.getByRole('cell', { name: '402 plan-without-api' })).toBeVisible()
  await expect(panel.getByText('Authorization: Bearer pl_…')).toBeVisible()
  await expect(panel.getByRole('img', { name: 'The field for the name of a token' })).toBeAttached()
  await panel.getByRole('link', { name: 'Your first API request' }).first().click()
  await expect(panel.getByRole('heading', { level: 1, name: 'Your first API request' })).toBeVisible()
}

test('help is searched and read while docent-server is gone', async ({ page, paperlane, docent }) => {
  await signUp(page, paperlane)
  await openOnce(page)
  await docent.kill()
  await searchAndRead(page)
})

test('help that was opened once is searched and read on a later page without docent-server', async ({
  page,
  paperlane,
  docent,
}) => {
  await signUp(page, paperlane)
  await openOnce(page)
  await docent.kill()
  // Paperlane is up and so is whoever serves the widget's files; the server is not.
  await page.route(`${docent.url}/cdn/**`, (route) => {
    const path = join(root, 'packages/widget/dist/cdn', new URL(route.request().url()).pathname.slice('/cdn/'.length))
    return route.fulfill({ path, headers: { 'access-control-allow-origin': '*' } })
  })
  await page.reload()
  await widget(page).launcher.click()
  await widget(page).panel.getByRole('button', { name: 'Search help' }).click()
  await searchAndRead(page)
})
