import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget, write } from '../../support/test.ts'

const options = {
  guide: {
    tours: [
      { id: 'export', steps: [{ id: 'one', target: { testId: 'export' }, title: 'Export here', text: 'As CSV.' }] },
    ],
  },
}
const body = `<h1>Reports</h1><button data-testid="export">Export</button>
<script>window.Docent ??= function () { (Docent.q ??= []).push(arguments) }
Docent('options', ${JSON.stringify(options)})</script>${scriptTag()}`

test('an agent has a tour shown to a visitor who writes', async ({ page, host, server, agent }) => {
  const { url } = await host({ body })
  await page.goto(url)
  await write(page, 'Where is the export?')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
  const [conversation] = await agent.conversations()
  const input = { visitorId: conversation?.visitor.id, feature: 'guide', id: 'export', reason: 'asked in chat' }
  const command = { id: crypto.randomUUID(), name: 'surface-request', input, createdAt: Date.now() }
  const answer = await fetch(`${server.url}/v1/agent/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, cookie: agent.cookie },
    body: JSON.stringify({ commands: [command] }),
  })
  expect(await answer.json()).toMatchObject({ results: [{ ok: true }] })
  await expect(page.getByRole('dialog', { name: 'Export here' })).toBeVisible()
})
