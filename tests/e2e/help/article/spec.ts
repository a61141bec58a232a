import { expect, signUp, test, widget } from '../../support/demo.ts'

test('an article is read closely: pictures enlarge, the panel widens, and a no has a reason', async ({
  page,
  demo,
}) => {
  await signUp(page, demo)
  const { launcher, panel, search } = widget(page)
  await launcher.click()
  await panel.getByRole('button', { name: 'Search help' }).click()
  await search.fill('api token')
  await panel.getByRole('link', { name: /^API tokens/ }).click()
  await expect(panel.getByRole('heading', { level: 1, name: 'API tokens' })).toBeVisible()

  await test.step('a picture over the whole window; Escape closes it and not the panel', async () => {
    const button = panel.getByRole('button', { name: /^Enlarge: / }).first()
    await button.click()
    const picture = page.getByRole('button', { name: 'Close picture' })
    await expect(picture).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(picture).toHaveCount(0)
    await expect(panel).toBeVisible()
    await expect(button).toBeFocused()
  })

  await test.step('a wide panel, until the article is left', async () => {
    const width = async (): Promise<number> => (await panel.boundingBox())?.width ?? 0
    const narrow = await width()
    await panel.getByRole('button', { name: 'Wide' }).click()
    await expect.poll(width).toBeGreaterThan(narrow * 1.5)
    await panel.getByRole('button', { name: 'Back' }).click()
    await expect.poll(width).toBe(narrow)
  })

  await test.step('why it did not help', async () => {
    await panel.getByRole('link', { name: /^API tokens/ }).click()
    const rating = panel.getByRole('group', { name: 'Did this solve it?' })
    await rating.getByRole('button', { name: 'No' }).click()
    const reason = rating.getByRole('button', { name: 'Out of date' })
    await reason.click()
    await expect(reason).toHaveAttribute('aria-pressed', 'true')
  })
})
