import type { Page } from '@playwright/test'
import { scriptTag } from '../../support/host-page.ts'
import { storedEntries } from '../../support/stored.ts'
import { expect, test, widget } from '../../support/test.ts'

const nudge = (id: string, when: object) => ({ id, when, text: `This is ${id}` })
const nudges = [
  nudge('first', { kind: 'visit', is: 'first' }),
  nudge('error', { kind: 'struggle', is: 'repeated_error' }),
  nudge('search', { kind: 'struggle', is: 'repeated_empty_search' }),
  nudge('dwell', { kind: 'struggle', is: 'long_dwell' }),
  nudge('away', { kind: 'visit', is: 'returning', awayFor: 'P14D' }),
]
const body = `<h1>Reports</h1><p role="alert" id="alert"></p>
<script>window.Docent ??= function () { (Docent.q ??= []).push(arguments) }
var events = []; Docent('options', ${JSON.stringify({ guide: { nudges } })}); Docent('on', 'event', (event) => events.push(event))</script>${scriptTag()}`

/** From the script tag: what every gate says. */
const explain = (id: string): Promise<readonly { gates: readonly { verdict: unknown }[] }[]> =>
  (window as unknown as { Docent: (name: string, id: string) => never }).Docent('explain', id)
const card = (page: Page, id: string) => page.getByRole('status').filter({ hasText: `This is ${id}` })
async function answer(page: Page, id: string): Promise<void> {
  await expect(card(page, id)).toBeVisible()
  await card(page, id).getByRole('button', { name: 'Not now' }).click()
  await expect(card(page, id)).toBeHidden()
  // A person's next page comes later than this one could.
  await expect.poll(() => storedEntries(page)).toContainEqual(expect.stringContaining(`guide/${id}/dismissed`))
}

test('a first visit, errors, searches in vain, a long stay and coming back are noticed, each in its turn', async ({
  page,
  host,
}) => {
  const begunAt = Date.UTC(2026, 5, 1, 9)
  await page.clock.install({ time: begunAt })
  const { url } = await host({ body })
  const struggles = () =>
    page.evaluate(() =>
      (window as unknown as { events: { name: string; data: { kind?: string } }[] }).events
        .filter(({ name }) => name === 'struggle_detected')
        .map(({ data }) => data.kind),
    )
  await page.goto(url)
  await answer(page, 'first')

  await test.step('the same error three times', async () => {
    for (let times = 0; times < 3; times++)
      await page.evaluate(async () => {
        const alert = document.querySelector('#alert') as HTMLElement
        for (const text of ['', 'This date is in the past']) {
          alert.textContent = text
          // Observers are told in between, as when a person tries again.
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      })
    await answer(page, 'error')
  })

  await test.step('two searches in a row that find nothing, once the panel is closed', async () => {
    await widget(page).launcher.click()
    await widget(page).panel.getByRole('button', { name: 'Search help' }).click()
    const search = page.getByRole('searchbox', { name: 'Search help' })
    for (const text of ['qwxzk', 'vbnmpq']) {
      await search.fill(text)
      await expect
        .poll(() =>
          page.evaluate((wanted) => JSON.stringify((window as { events?: unknown }).events).includes(wanted), text),
        )
        .toBe(true)
    }
    await expect(card(page, 'search')).toBeHidden()
    await widget(page).launcher.click()
    await answer(page, 'search')
  })

  await test.step('three minutes on a page on which nothing is done', async () => {
    await page.goto(`${url}/elsewhere`)
    await widget(page).launcher.waitFor()
    // It is looked for from now on.
    await expect.poll(async () => (await page.evaluate(explain, 'dwell'))[0]?.gates[0]?.verdict).toBe(false)
    await page.clock.fastForward(100_000)
    await expect(card(page, 'dwell')).toBeHidden()
    await page.clock.fastForward(100_000)
    expect(await struggles()).toEqual(['long_dwell'])
    await answer(page, 'dwell')
  })

  await test.step('back after two weeks', async () => {
    await page.clock.setSystemTime(begunAt + 15 * 86_400_000)
    await page.goto(url)
    await answer(page, 'away')
    await page.reload()
    await widget(page).launcher.waitFor()
    await expect(page.locator('docent-widget .nudge')).toHaveCount(0)
  })
})
