import { readFile } from 'node:fs/promises'
import { openInboxAt } from '../../support/agent.ts'
import { violations } from '../../support/axe.ts'
import { expect, test, widget, write } from '../../support/test.ts'

test('what is closed is rated, kept as a file, and opened again where it was not solved', async ({
  page,
  host,
  agent,
  server,
  browser,
}) => {
  test.setTimeout(120_000)
  await page.goto((await host()).url)
  await write(page, 'The rate is wrong')
  const { panel, log, composer } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  for (let number = 1; number <= 12; number++) await agent.reply(`Step ${number}: open the invoice, and look at it`)
  await expect(log.getByText('Step 12:')).toBeInViewport()
  const [conversation] = await agent.conversations()
  const close = () =>
    agent.perform([
      {
        ...{ id: crypto.randomUUID(), name: 'conversation-close', createdAt: Date.now() },
        input: { conversationId: conversation?.id },
      },
    ])
  await close()
  const solved = panel.getByRole('group', { name: 'Did this solve it?' })

  await test.step('what asks takes its place without hiding what was said last', async () => {
    await expect(solved).toBeVisible()
    await expect(log.getByText('Step 12:')).toBeInViewport()
    await expect(page.getByRole('button', { name: 'Newest message' })).toBeHidden()
    expect(await violations(page, 'docent-widget')).toEqual([])
  })

  await test.step('the conversation is a file', async () => {
    const coming = page.waitForEvent('download')
    await panel.getByRole('button', { name: 'Download the conversation' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/\.txt$/)
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain('The rate is wrong')
    expect(text).toContain('Step 12: open the invoice')
  })

  await test.step('not solved, with its score', async () => {
    await solved.getByRole('button', { name: 'No' }).click()
    await panel.getByRole('button', { name: '2 of 5' }).click()
    await expect
      .poll(async () => (await agent.conversations())[0])
      .toMatchObject({ status: 'closed', rating: { solved: false, score: 2 } })
  })

  await test.step('it is opened again, for the agent too', async () => {
    const inbox = await (await browser.newContext()).newPage()
    await openInboxAt(inbox, server.url, agent)
    await expect(inbox.getByRole('heading', { name: 'All answered' })).toBeVisible()
    await panel.getByRole('button', { name: 'Reopen the conversation' }).click()
    await expect(solved).toBeHidden()
    await inbox.getByRole('listitem').filter({ hasText: 'Step 12' }).getByRole('link').click()
    await expect(inbox.getByRole('button', { name: 'Close' })).toBeVisible()
    await inbox.getByRole('button', { name: 'Close' }).click()
    await expect(solved).toBeVisible()
    await inbox.context().close()
  })

  await test.step('and by writing', async () => {
    await composer.fill('It happens again')
    await composer.press('Enter')
    await expect(solved).toBeHidden()
    await expect.poll(async () => (await agent.conversations())[0]).toMatchObject({ status: 'open' })
  })
})
