import { expect, test } from '../../support/test.ts'

test('the inbox and its API give nothing without a sign-in', async ({ page, server }) => {
  const answers: { path: string; status: number }[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/v1/')) answers.push({ path: pathname, status: response.status() })
  })
  await page.goto(`${server.url}/inbox/`)
  await expect(page.getByRole('textbox', { name: /e-?mail/i })).toBeVisible()
  expect(answers.every(({ status }) => status === 401)).toBe(true)
  for (const path of ['queries/conversations', 'queries/visitor', 'queries/me', 'commands']) {
    const answer = await page.request.post(`${server.url}/v1/agent/${path}`, { data: { limit: 10 } })
    expect(answer.status(), path).toBe(401)
    expect(Object.keys(await answer.json())).toEqual(['error'])
  }
  const stream = await page.request.get(`${server.url}/v1/agent/events?after=0`)
  expect(stream.status()).toBe(401)
})

test('a sign-in link works once', async ({ page, context, server }) => {
  await page.goto(server.signInLink)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  expect(page.url()).not.toContain('sign-in')
  await context.clearCookies()
  const again = await context.newPage()
  await again.goto(server.signInLink)
  await expect(again.getByText(/link .*(used|expired|no longer)/i)).toBeVisible()
})
