import { violations } from '../../support/axe.ts'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget } from '../../support/test.ts'
import { card } from '../support/open.ts'

const step = (id: string, target: string) => ({ id, target, title: `Title ${id}`, text: `Text ${id}` })
const options = {
  developer: true,
  checklist: { checklists: [{ id: 'setup', title: 'Set up', tasks: [{ id: 'bank', title: 'Bank', byHand: true }] }] },
  guide: {
    tours: [
      { id: 'welcome', steps: [step('one', '#one'), step('two', '#two')] },
      { id: 'later', when: { kind: 'page', path: '/elsewhere' }, steps: [step('x', '#one')] },
    ],
    banners: [{ id: 'days', text: 'Established', when: { kind: 'stage', is: 'established' } }],
  },
}
const body = `<main><button id="one" style="margin:40px 480px">One</button><button id="two" data-testid="second">Two</button></main>
<script>window.Docent ??= function () { (Docent.q ??= []).push(arguments) }
var pressed = 0; document.querySelector('#two').addEventListener('click', () => pressed++)
Docent('options', ${JSON.stringify(options)})</script>${scriptTag()}`

test('a developer sees why, jumps, pretends, and picks an element; visitors download none of it', async ({
  page,
  host,
}, testInfo) => {
  const { url } = await host({ body })
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  const panel = page.getByRole('complementary', { name: 'Docent for developers' })
  const row = (id: string) => panel.getByRole('listitem').filter({ has: page.getByText(id, { exact: true }) })

  await page.goto(url)
  await widget(page).launcher.waitFor()
  expect(loaded.filter((address) => /open-developer|suggest|pick/.test(address))).toEqual([])
  await expect(panel).toBeHidden()

  await page.goto(`${url}/?docent=debug`)
  await expect(panel).toBeVisible()
  await expect(row('welcome')).toContainText('on demand')
  await expect(row('later')).toContainText('waiting')
  await row('later').getByText('Not shown: page / does not match /elsewhere').click()
  await expect(row('later').getByText('✗ rule:')).toBeVisible()
  await expect(row('setup')).toContainText('0 of 1 done')
  expect(await violations(page, 'docent-widget')).toEqual([])
  await page.screenshot({ path: testInfo.outputPath('panel.png') })

  await test.step('jumps to a step', async () => {
    await row('welcome').getByRole('button', { name: 'two: welcome' }).click()
    await expect(card(page, 'Title two')).toBeVisible()
    await expect(row('welcome')).toContainText('at step “two”')
  })

  await test.step('another stage, at once', async () => {
    await panel.getByLabel('Stage').fill('established')
    await panel.getByLabel('Stage').press('Enter')
    await panel.getByRole('heading', { name: 'Docent' }).click()
    await expect(row('days')).toContainText('shown')
  })

  await test.step('picks an element without pressing it', async () => {
    await panel.getByRole('button', { name: 'Pick an element' }).click()
    await page.locator('#two').hover()
    await page.screenshot({ path: testInfo.outputPath('picker.png') })
    await page.locator('#two').click()
    await expect(panel.getByRole('listitem').first()).toContainText('95 %{"testId":"second"}')
    expect(await page.evaluate('pressed')).toBe(0)
  })

  await test.step('forgets, here', async () => {
    await row('welcome').getByRole('button', { name: 'Reset: welcome' }).click()
    await expect(panel).toBeVisible()
    await panel.getByRole('button', { name: 'Close' }).click()
    await expect(panel).toBeHidden()
  })
})
