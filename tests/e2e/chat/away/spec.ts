import { signInAgent } from '../../support/agent.ts'
import { violations } from '../../support/axe.ts'
import { scriptTag, serveHostPage } from '../../support/host-page.ts'
import { app, expect, test, widget, write } from '../../support/test.ts'

const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

test('where nobody is there, it says when, and takes an address for the answer', async ({ page, backends }) => {
  const inTwoDays = days[(new Date().getUTCDay() + 2) % 7] ?? 'monday'
  const hours = { timeZone: 'UTC', week: { [inTwoDays]: [['09:00', '18:00'] as const] } }
  const { replyTime: _, ...rest } = app
  const server = await backends.start('server', { apps: [{ ...rest, reply: { withinMinutes: 120, hours } }] })
  const host = await serveHostPage({ docent: server.url, body: `<h1>Host page</h1>${scriptTag()}` })
  const agent = await signInAgent(server.url, server.signInLink)
  await page.goto(host.url)
  const { launcher, panel, log } = widget(page)
  await launcher.click()
  await panel.getByRole('button', { name: /Ask us/ }).click()
  const place = panel.getByRole('region', { name: 'The answer comes here' })
  await expect(place.getByText(/^Back /)).toBeVisible()
  const field = place.getByLabel('E-mail for the answer')

  await test.step('it is as high as what it says, in a panel that is as wide as ever', async () => {
    const { height = 0 } = (await place.boundingBox()) ?? {}
    expect(height).toBeLessThan(200)
    const wholes = [panel, panel.locator('.compose')].map((part) => part.boundingBox())
    const [outer, inner] = await Promise.all(wholes)
    expect(inner?.width).toBe(outer?.width)
  })

  await test.step('what is no address is said', async () => {
    await field.fill('ada')
    await place.getByRole('button', { name: 'Save' }).click()
    await expect(place.getByRole('alert')).toHaveText('Write an address like name@example.com.')
    expect(await violations(page, 'docent-widget')).toEqual([])
  })

  await test.step('an address is kept, and told where the answer comes', async () => {
    await field.fill('ada@brightwater.example')
    await field.press('Enter')
    await expect(place).toContainText('the team can write to ada@brightwater.example')
    await write(page, 'When do you open?')
    await expect(log.getByText('Sent')).toBeVisible()
    await expect(place).toContainText('the team can write to ada@brightwater.example')
    await expect.poll(async () => (await agent.conversations())[0]?.visitor.email).toBe('ada@brightwater.example')
  })

  await test.step('it is there after a reload', async () => {
    await page.reload()
    await launcher.click()
    await page.getByRole('button', { name: /When do you open/ }).click()
    await expect(place).toContainText('the team can write to ada@brightwater.example')
  })

  await test.step('whoever answers all the same is there: it makes room', async () => {
    await agent.reply('On Thursday. What is it?')
    await expect(place).toBeHidden()
    await write(page, 'My IBAN')
    await expect(log.getByText('Sent')).toHaveCount(1)
    await expect(place).toBeHidden()
  })
  await host.close()
  await server.stop()
})
