import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget, write } from '../../support/test.ts'

type Docent = (name: string, ...parameters: unknown[]) => Promise<unknown>
declare const Docent: Docent

const spa = `<div id="view">Start</div>${scriptTag()}`

test('comes back when the host replaces its body', async ({ page, host }) => {
  const { url } = await host({ body: spa })
  await page.goto(url)
  await write(page, 'Before the visit')
  const { log, launcher, panel, composer } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  await composer.fill('Half a thou')
  for (let visit = 1; visit <= 2; visit++) {
    // As Turbo does: a new body, the same page.
    await page.evaluate((visit) => {
      const body = document.createElement('body')
      body.innerHTML = `<h1>Visit ${visit}</h1>`
      history.pushState({}, '', `/visit/${visit}`)
      document.body.replaceWith(body)
    }, visit)
    await expect(page.getByRole('heading', { name: `Visit ${visit}` })).toBeVisible()
    await expect(launcher).toBeVisible()
    await expect(page.locator('docent-widget')).toHaveCount(1)
    await expect(log.getByText('Before the visit')).toBeVisible()
    await expect(composer).toHaveValue('Half a thou')
  }
  await composer.fill('After the visits')
  await composer.press('Enter')
  await expect(log.getByText('After the visits')).toBeVisible()
  await panel.getByRole('button', { name: 'Close', exact: true }).click()
  await expect(panel).toBeHidden()
  await page.evaluate(() => document.body.replaceChildren())
  await expect(launcher).toBeVisible()
})

test('rules see the page change, by history and by the address bar', async ({ page, host }) => {
  const options = {
    guide: {
      tours: [
        {
          id: 'reports',
          when: { kind: 'page', path: '/reports' },
          steps: [{ id: 'hello', page: '/reports', title: 'Your reports', text: 'They are made every night.' }],
        },
        {
          id: 'fresh',
          when: { kind: 'page', path: '/fresh' },
          steps: [{ id: 'hello', page: '/fresh', title: 'All fresh', text: 'Nothing old here.' }],
        },
      ],
    },
  }
  const { url } = await host({
    body: `<div id="view">Start</div><script>Docent = function () { (Docent.q ??= []).push(arguments) }; Docent('options', ${JSON.stringify(options)})</script>${scriptTag()}`,
  })
  await page.goto(url)
  await expect(widget(page).launcher).toBeVisible()
  const reports = page.getByRole('dialog', { name: 'Your reports' })
  const fresh = page.getByRole('dialog', { name: 'All fresh' })
  await expect(reports).toBeHidden()
  await page.evaluate(() => history.pushState({}, '', '/reports'))
  await expect(reports).toBeVisible()
  await reports.getByRole('button', { name: 'Done' }).click()
  await expect(reports).toBeHidden()
  await page.evaluate(() => history.replaceState({}, '', '/other'))
  await page.evaluate(() => history.pushState({}, '', '/fresh'))
  await expect(fresh).toBeVisible()
  await page.goBack()
  await expect(fresh).toBeHidden()
  await page.goForward()
  await expect(fresh).toBeVisible()
  await expect(reports).toBeHidden()
})
