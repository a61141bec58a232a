import { openInboxAt } from '../../support/agent.ts'
import { violations } from '../../support/axe.ts'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget } from '../../support/test.ts'

const body = `<h1>Host page</h1><button onclick="null.amount">Break</button>
<script>window.Docent ??= function () { (Docent.q ??= []).push(arguments) }
Docent('options', { chat: {
  reasons: true,
  bugReport: { appVersion: '4.2.0', collectErrors: true, extra: () => ({ build: 'a1b2c3' }) },
  channels: [{ kind: 'mail', url: 'mailto:help@paperlane.example' }, { kind: 'phone', url: 'tel:+37167000000', label: '+371 6700 0000' }],
} })</script>${scriptTag()}`

test('a bug is reported with its circumstances, which are seen before they are sent', async ({
  page,
  host,
  agent,
  server,
  browser,
  pageErrors,
}) => {
  await page.goto(`${(await host({ body })).url}/invoices?token=secret#part`)
  const { launcher, panel, composer, log } = widget(page)
  await launcher.click()
  await expect(panel.getByRole('button', { name: /Ask us/ })).toBeVisible()
  await page.getByRole('button', { name: 'Break' }).click()
  await expect.poll(() => pageErrors.splice(0).length).toBe(1)
  await panel.getByRole('button', { name: /Ask us/ }).click()

  await test.step('what is sent is told, all of it', async () => {
    await panel.getByText('Something is broken').click()
    await expect(panel.getByRole('checkbox', { name: /the last errors/ })).toBeChecked()
    await panel.getByText('See what is sent').click()
    const facts = panel.getByRole('definition')
    await expect(facts.filter({ hasText: '4.2.0' })).toBeVisible()
    await expect(facts.filter({ hasText: 'a1b2c3' })).toBeVisible()
    await expect(facts.filter({ hasText: /TypeError.*null/ })).toBeVisible()
    await expect(panel.getByText('secret')).toHaveCount(0)
    expect(await violations(page, 'docent-widget')).toEqual([])
  })

  await test.step('other ways to the team, and articles that may help, stand there too', async () => {
    await expect(panel.getByRole('link', { name: 'E-mail' })).toHaveAttribute('href', 'mailto:help@paperlane.example')
    await expect(panel.getByRole('link', { name: '+371 6700 0000' })).toBeVisible()
    await composer.fill('The bank account is gone')
    await expect(panel.getByRole('button', { name: 'Add your bank account' })).toBeVisible()
  })

  await test.step('reason and report come with the conversation', async () => {
    await composer.press('Enter')
    await expect(log.getByText('Sent')).toBeVisible()
    await expect
      .poll(async () => (await agent.conversations())[0])
      .toMatchObject({
        reason: 'bug',
        report: {
          appVersion: '4.2.0',
          extra: { build: 'a1b2c3' },
          errors: [{ message: expect.stringContaining('TypeError') }],
        },
      })
    expect(JSON.stringify(await agent.conversations())).not.toContain('secret')
  })

  await test.step('the agent has both beside the thread', async () => {
    const inbox = await (await browser.newContext()).newPage()
    await openInboxAt(inbox, server.url, agent)
    await inbox.getByRole('listitem').filter({ hasText: 'The bank account is gone' }).getByRole('link').click()
    await expect(inbox.getByRole('button', { name: /^Reason: / })).toContainText('Bug')
    await expect(inbox.getByText('4.2.0')).toBeVisible()
    await inbox.getByText('1 error').click()
    await expect(inbox.getByText(/TypeError/)).toBeVisible()
    await inbox.context().close()
  })

  await test.step('one call of the host begins a report; without consent it goes without', async () => {
    await page.evaluate(() => {
      const { Docent } = window as unknown as { Docent: (...call: unknown[]) => void }
      Docent('chat.start', { reason: 'bug', text: 'Again' })
    })
    await expect(panel.getByRole('radio', { name: 'Something is broken' })).toBeChecked()
    await panel.getByRole('checkbox', { name: /the last errors/ }).uncheck()
    await expect(composer).toHaveValue('Again')
    await composer.press('Enter')
    await expect.poll(async () => (await agent.conversations())[0]?.excerpt).toBe('Again')
    const [newest] = await agent.conversations()
    expect([newest?.reason, newest?.report]).toEqual(['bug', undefined])
  })
})
