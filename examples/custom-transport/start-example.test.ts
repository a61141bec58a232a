import { afterAll, expect, test } from 'vitest'
import { startExample } from './start-example.ts'

const { url, system, close } = await startExample(0)
afterAll(close)

test('the page carries the widget, and its policy allows nothing but its own files', async () => {
  const page = await fetch(url)
  expect(page.headers.get('content-security-policy')).toContain("style-src 'none'")
  const [, script] = /src="([^"]+)"/.exec(await page.text()) ?? []
  const code = await (await fetch(url + script)).text()
  const chunks = [...code.matchAll(/["'`](\.?\/?assets\/[\w-]+\.js)["'`]/g)].map(([, path]) => path)
  expect(chunks.length).toBeGreaterThan(3)
  for (const chunk of chunks) expect((await fetch(new URL(String(chunk), `${url}/`))).status, chunk).toBe(200)
})

test('the team hears what a visitor writes', async () => {
  const heard = new Promise((resolve) => system.onVisitorPost((_, post) => resolve(post.text)))
  const ticket = await (await fetch(`${url}/tickets`, { method: 'POST', body: '{}' })).json()
  await fetch(`${url}/tickets/${ticket.id}/posts`, {
    method: 'POST',
    headers: { 'ticket-secret': ticket.secret },
    body: JSON.stringify({ text: 'hello' }),
  })
  expect(await heard).toBe('hello')
})
