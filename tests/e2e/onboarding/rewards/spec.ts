import { violations } from '../../support/axe.ts'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test } from '../../support/test.ts'

const checklists = [
  {
    id: 'setup',
    title: 'Set up Paperlane',
    order: 'listed',
    badge: 'Ready for business',
    milestones: [{ id: 'profile', title: 'Your profile is complete', after: ['logo', 'terms'], badge: 'Well known' }],
    tasks: [
      {
        id: 'logo',
        title: 'Add your logo',
        points: 20,
        reopens: true,
        doneWhen: { kind: 'attr', where: { logo: true } },
      },
      { id: 'terms', title: 'Read the terms', points: 10, byHand: true },
      {
        id: 'import',
        title: 'Import your clients',
        points: 70,
        doneWhen: { kind: 'event', name: 'clients_imported' },
        action: { kind: 'run', name: 'openImport', label: 'Import' },
      },
    ],
  },
]
const body = `<h1>Paperlane</h1><output></output><script>window.Docent ??= function () { (Docent.q ??= []).push(arguments) }
Docent('options', { checklist: ${JSON.stringify({ checklists })}, actions: { openImport() {
  document.querySelector('output').textContent = 'Import is open'; Docent('track', 'clients_imported') } } })</script>${scriptTag()}`

test('points, a milestone and badges are earned, by hand, by code and by what is undone', async ({ page, host }) => {
  const { url } = await host({ body })
  await page.goto(url)
  const widget = page.locator('docent-widget')
  await widget.getByRole('button').click()
  await widget.getByRole('button', { name: /Set up Paperlane/ }).click()
  const task = (name: string) => widget.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) })
  const update = (logo: boolean) =>
    page.evaluate((told) => {
      const { Docent } = window as unknown as { Docent: (...call: unknown[]) => void }
      Docent('update', { logo: told })
    }, logo)

  await expect(widget.getByText('0 of 100 points')).toBeVisible()
  await expect(widget.getByText('Well known')).toContainText('not earned yet')
  await expect(task('Read the terms')).toContainText('Opens when “Add your logo” is done')

  await update(true)
  await expect(widget.getByText('20 of 100 points')).toBeVisible()
  await update(false)
  await expect(widget.getByText('0 of 100 points')).toBeVisible()
  await update(true)

  await task('Read the terms').getByRole('button', { name: 'Mark as done' }).click()
  await expect(widget.getByText('Milestone reached: Your profile is complete').first()).toBeVisible()
  await expect(widget.getByText('Well known')).toContainText(/(?<!not )earned/)
  await page.screenshot({ path: test.info().outputPath('milestone.png') })
  expect(await violations(page, 'docent-widget')).toEqual([])

  await task('Import your clients').getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.locator('output')).toHaveText('Import is open')
  await expect(widget.getByRole('heading', { name: 'All 3 tasks done' })).toBeVisible()
  await expect(widget.getByText('100 of 100 points')).toBeVisible()
  await expect(widget.getByText('Ready for business')).toContainText(/(?<!not )earned/)
  await page.screenshot({ path: test.info().outputPath('finished.png') })

  await page.reload()
  await widget.getByRole('button').click()
  const rewards = () =>
    page.evaluate(() =>
      (window as unknown as { Docent: (name: string) => Promise<readonly object[]> }).Docent('checklist.rewards'),
    )
  await expect
    .poll(async () => (await rewards())[0])
    .toMatchObject({ points: 100, badges: [{ earned: true }, { earned: true }] })
})
