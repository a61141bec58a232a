import { expect, openInbox, signUp, test, widget } from '../../support/demo.ts'
import { storedEntries } from '../../support/stored.ts'
import { write } from '../../support/test.ts'

test('what could not be sent before a sign-out is seen by nobody, and goes out when the same person is back', async ({
  page,
  browser,
  demo,
}) => {
  const { launcher, panel, tab, log } = widget(page)
  const stored = async () => (await storedEntries(page)).filter((entry) => entry.includes('Written on the train'))
  await signUp(page, demo)
  await page.route('**/v1/commands', (route) => route.abort())
  await write(page, 'Written on the train')
  await expect.poll(async () => (await stored()).length).toBe(1)

  await page.evaluate("Docent('signOut', { unsent: 'keep' })")
  expect(await stored()).toEqual([expect.stringMatching(/^"sealed\//)])
  await launcher.click()
  await tab('Messages').click()
  await expect(panel.getByRole('heading', { name: 'No messages yet' })).toBeVisible()
  await expect(panel.getByText('Written on the train')).toBeHidden()

  // Paperlane knows her still, and says so to Docent.
  await page.unroute('**/v1/commands')
  await page.reload()
  const inbox = await openInbox(browser, demo)
  await expect(inbox.getByRole('list', { name: 'All open' }).getByRole('listitem')).toContainText(
    'Written on the train',
  )
  await expect.poll(stored).not.toContainEqual(expect.stringMatching(/^"sealed\//))
  await launcher.click()
  await tab('Messages').click()
  await panel.getByRole('button', { name: /Written on the train/ }).click()
  await expect(log.getByText('Written on the train')).toHaveCount(1)
})
