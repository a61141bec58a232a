import { expect, test, widget, write } from '../../support/test.ts'

const count = 120

test('a long conversation is drawn from its end; what is read stays where it is', async ({ page, host, agent }) => {
  test.setTimeout(120_000)
  await page.goto((await host()).url)
  const { log } = widget(page)
  await write(page, 'How does this work?')
  await expect(log.getByText('Sent')).toBeVisible()
  for (let number = 1; number <= count; number++) await agent.reply(`Step ${number} of ${count}`)
  await expect(log.getByText(`Step ${count} of`)).toBeInViewport()
  await page.reload()
  const [conversation] = await agent.conversations()
  await page.evaluate((id) => {
    const { Docent } = window as unknown as { Docent: (...call: string[]) => void }
    Docent('open', 'chat', id)
  }, conversation?.id ?? '')
  await expect(log.getByText(`Step ${count} of`)).toBeInViewport()

  await test.step('only the end is drawn at first', async () => {
    await expect(log.getByText('Step 1 of')).toHaveCount(0)
    expect(await log.getByText('Step ').count()).toBeLessThan(110)
  })

  await test.step('scrolling back brings what is older, and moves nothing', async () => {
    for (let times = 0; times < 40 && !(await log.getByText('Step 1 of').isVisible()); times++) {
      const before = await log.evaluate((element) => {
        element.scrollTop = Math.max(10, element.scrollTop - 600)
        return element.scrollHeight - element.scrollTop
      })
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      const after = await log.evaluate((element) => element.scrollHeight - element.scrollTop)
      expect(Math.abs(after - before)).toBeLessThanOrEqual(2)
      if (await log.evaluate((element) => element.scrollTop <= 10))
        await page
          .getByRole('button', { name: 'Earlier messages' })
          .click()
          .catch(() => undefined)
    }
    await expect(log.getByText('Step 1 of')).toBeAttached()
  })

  await test.step('news does not move it either; one press leads there', async () => {
    const read = log.getByText('Step 6 of')
    const top = () => read.evaluate((element) => Math.round(element.getBoundingClientRect().top))
    await read.scrollIntoViewIfNeeded()
    const before = await top()
    await agent.reply('One more thing')
    await expect(log.getByText('One more thing')).toBeAttached()
    expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
    await page.getByRole('button', { name: 'Newest message' }).click()
    await expect(log.getByText('One more thing')).toBeInViewport()
  })
})
