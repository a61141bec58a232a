import type { Page } from '@playwright/test'
import { violations } from '../../support/axe.ts'
import { expect, test, widget, write } from '../../support/test.ts'

const command = (name: string, input: object) => ({ id: crypto.randomUUID(), name, input, createdAt: Date.now() })

/** The names of what the focus meets on its way through the panel, as a screen reader says them. */
async function focusStops(page: Page): Promise<readonly string[]> {
  const names: string[] = []
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const name = await page.evaluate(() => {
      const inside = document.querySelector('docent-widget')?.shadowRoot?.activeElement
      return inside && `${inside.localName}: ${inside.getAttribute('aria-label') ?? inside.textContent?.trim()}`
    })
    if (!name || names.includes(name)) break
    names.push(name)
  }
  return names
}

test('what an agent may send is read, reached and answered by keyboard, in forced colours and at 200 % zoom', async ({
  page,
  host,
  agent,
}) => {
  test.setTimeout(90_000)
  const { url } = await host()
  await page.goto(url)
  await write(page, 'Hello')
  const { log, panel, composer } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  const [conversation] = await agent.conversations()
  const conversationId = conversation?.id ?? ''
  const parts = [
    { type: 'text', text: 'See **this**:\n\n- one\n- two\n\n```\ncode\n```', format: 'markdown' },
    { type: 'card', title: 'Invoice 7', text: 'Due', actions: [{ label: 'Pay', value: 'pay' }] },
    { type: 'choices', options: ['Monthly', 'Yearly'].map((label) => ({ value: label, label })), once: true },
    {
      type: 'form',
      fields: [
        { name: 'email', label: 'E-mail', kind: 'email', required: true },
        { name: 'stars', label: 'Stars', kind: 'rating', required: false },
      ],
    },
    { type: 'article', articleId: 'vat', title: 'VAT' },
    { type: 'source', title: 'Rates', url: 'https://example.com/rates' },
    { type: 'custom', name: 'unknown', data: {}, fallback: 'In words' },
  ]
  const [sent] = await agent.perform([command('message-send', { conversationId, parts })])
  expect(sent).toMatchObject({ ok: true })
  await expect(log.getByRole('button', { name: 'Yearly' })).toBeVisible()

  await test.step('nothing to object to, in any colours', async () => {
    expect(await violations(page, 'docent-widget')).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await violations(page, 'docent-widget')).toEqual([])
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    expect(await violations(page, 'docent-widget')).toEqual([])
  })

  await test.step('every control has a name and is met on the way', async () => {
    await log.focus()
    const stops = await focusStops(page)
    for (const name of ['Pay', 'Monthly', 'Yearly', 'Send', 'VAT', 'Rates'])
      expect(
        stops.some((stop) => stop.endsWith(name)),
        `${name} of ${stops.join(', ')}`,
      ).toBe(true)
    await log.getByRole('button', { name: 'Yearly' }).press('Enter')
    await expect(log.getByRole('button', { name: 'Yearly' })).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('at 200 % nothing is cut off', async () => {
    await page.setViewportSize({ width: 640, height: 400 })
    await expect(composer).toBeVisible()
    const overflow = await panel.evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    const thread = await log.evaluate((element) => element.scrollWidth - element.clientWidth)
    expect(thread).toBeLessThanOrEqual(0)
  })

  await test.step('what comes after the end', async () => {
    await agent.perform([command('conversation-close', { conversationId })])
    await expect(panel.getByText(/solve/i).first()).toBeVisible()
    expect(await violations(page, 'docent-widget')).toEqual([])
  })
})
