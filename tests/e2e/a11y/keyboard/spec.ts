import type { Locator, Page } from '@playwright/test'
import { expect, signUp, test, widget } from '../../support/demo.ts'

test('the tabs and the help centre work by keyboard', async ({ page, demo }) => {
  await signUp(page, demo)
  const { launcher, panel, search, tab } = widget(page)
  await launcher.focus()
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('heading', { name: /What can we help with/ })).toBeFocused()
  await tabTo(page, tab('Help'))
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('heading', { name: 'Help' })).toBeFocused()
  await tabTo(page, search)
  await page.keyboard.type('api token')
  await expect(panel.getByRole('link', { name: /^API tokens/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(panel.getByRole('link', { name: /^API tokens/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('heading', { level: 1, name: 'API tokens' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(launcher).toBeFocused()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the open panel is the screen', async ({ page, demo }) => {
    await page.goto(demo.url)
    const { launcher, panel, composer } = widget(page)
    await launcher.tap()
    await expect(panel.getByRole('heading', { name: /What can we help with/ })).toBeVisible()
    await panel.evaluate((element) => Promise.all(element.getAnimations().map((animation) => animation.finished)))
    expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 })
    await panel.getByRole('button', { name: /Ask us/ }).tap()
    await expect(composer).toBeVisible()
    expect(
      Number.parseFloat(await composer.evaluate((field) => getComputedStyle(field).fontSize)),
    ).toBeGreaterThanOrEqual(16)
    await panel.getByRole('button', { name: 'Close', exact: true }).tap()
    await expect(panel).toBeHidden()
    await expect(launcher).toBeVisible()
  })
})

/** Presses Tab until the control has the focus, as a person does; not for ever. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  const isThere = () => control.evaluate((element) => (element.getRootNode() as Document).activeElement === element)
  for (let presses = 0; presses < 30 && !(await isThere()); presses++) await page.keyboard.press('Tab')
  await expect(control).toBeFocused()
}
