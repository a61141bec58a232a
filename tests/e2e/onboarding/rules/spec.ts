import { scriptTag } from '../../support/host-page.ts'
import { storedEntries } from '../../support/stored.ts'
import { expect, test } from '../../support/test.ts'

/** A page of a customer with what it tells Docent. */
const pageWith = (options: object | string, body = ''): string => `
<h1>Reports</h1><button data-testid="export">Export</button><button data-testid="dead">Broken</button>
<input aria-label="Search"><dialog><p>Sure?</p><button onclick="this.closest('dialog').close()">Close dialog</button></dialog>${body}
<script>window.Docent ??= function () { (Docent.q ??= []).push(arguments) }
Docent('options', ${typeof options === 'string' ? options : JSON.stringify(options)})</script>${scriptTag()}`

const nudge = (id: string, when: object, more: object = {}) => ({ id, when, text: `This is ${id}`, ...more })
/** From the script tag: what every gate said. */
const explain = (
  id: string,
): Promise<readonly { shown: boolean; gates: readonly { gate: string; verdict: unknown; why: string }[] }[]> =>
  (window as unknown as { Docent: (name: string, id: string) => never }).Docent('explain', id)

test('someone who clicks on what does nothing is offered help, once', async ({ page, host }) => {
  const { url } = await host({
    body: pageWith({
      guide: {
        nudges: [
          nudge(
            'stuck',
            { kind: 'struggle', is: 'rage_click' },
            { title: 'Stuck?', action: { kind: 'chat', label: 'Ask us' } },
          ),
        ],
      },
    }),
  })
  await page.goto(url)
  const card = page.getByRole('status').filter({ hasText: 'This is stuck' })
  await expect(page.locator('docent-widget').getByRole('button')).toBeVisible()
  await expect(card).toBeHidden()
  await expect
    .poll(async () => (await page.evaluate(explain, 'stuck'))[0]?.gates[0])
    .toMatchObject({
      verdict: false,
      why: 'struggles on this page: none, wanted rage_click',
    })
  await page.getByTestId('dead').click({ clickCount: 4 })
  await expect(card).toBeVisible()
  expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('docent-widget')
  await page.screenshot({ path: test.info().outputPath('nudge.png') })
  await card.getByRole('button', { name: 'Not now' }).click()
  await expect(card).toBeHidden()
  // A person's reload comes later than this one could.
  await expect.poll(() => storedEntries(page)).toContainEqual(expect.stringContaining('guide/stuck/dismissed'))
  await page.reload()
  await expect(page.locator('docent-widget').getByRole('button')).toBeVisible()
  await page.getByTestId('dead').click({ clickCount: 4 })
  await expect
    .poll(() => page.evaluate(explain, 'stuck'))
    .toMatchObject([{ shown: false, gates: [{ gate: 'answered', verdict: false }] }])
  await expect(card).toBeHidden()
})

test('waits for the visitor, for the dialog of the page, and says what for', async ({ page, host }) => {
  const { url } = await host({
    body: pageWith({ guide: { nudges: [nudge('hello', { kind: 'event', name: 'report_made' })] } }),
  })
  await page.goto(url)
  await expect(page.locator('docent-widget').getByRole('button')).toBeVisible()
  const card = page.getByRole('status').filter({ hasText: 'This is hello' })
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  await page.evaluate(() =>
    (window as unknown as { Docent: (...call: string[]) => void }).Docent('track', 'report_made'),
  )
  const closed = async () =>
    (await page.evaluate(explain, 'hello'))[0]?.gates.filter(({ verdict }) => verdict !== true).map(({ why }) => why)
  await expect.poll(closed).toContain('a dialog of the page is open')
  await expect(card).toBeHidden()
  await page.getByRole('button', { name: 'Close dialog' }).click()
  await expect(card).toBeVisible()
})

test('elements of the page, flags, predicates, a share, the device and the locale', async ({ page, host }) => {
  const when = {
    kind: 'all',
    of: [
      { kind: 'target', target: { testId: 'export' }, is: 'clicked' },
      { kind: 'flag', key: 'reports' },
      { kind: 'custom', name: 'isReady' },
      { kind: 'sample', seed: 'a', percent: 100 },
      { kind: 'device', is: 'desktop', minWidthPx: 600 },
      { kind: 'locale', is: 'en' },
      { kind: 'attr', where: { $or: [{ 'company.seats': { $gte: 5 } }, { plan: 'team' }] } },
      { kind: 'visit', is: 'first' },
    ],
  }
  const { url } = await host({
    body: pageWith(`{ flags: (key) => key === 'reports', predicates: { isReady: () => window.isReady },
      guide: { nudges: ${JSON.stringify([nudge('all', when)])} } }`),
  })
  await page.goto(url)
  await expect(page.locator('docent-widget').getByRole('button')).toBeVisible()
  const card = page.getByRole('status').filter({ hasText: 'This is all' })
  const open = async () => {
    const [found] = await page.evaluate(explain, 'all')
    const parts = (found?.gates[0] as { trace?: { of: readonly { kind: string; verdict: unknown }[] } } | undefined)
      ?.trace?.of
    return parts?.filter(({ verdict }) => verdict !== true).map(({ kind }) => kind)
  }
  await expect.poll(open).toEqual(['target', 'custom', 'sample', 'attr'])
  await page.getByTestId('export').click()
  await expect.poll(open).toEqual(['custom', 'sample', 'attr'])
  await page.evaluate(() => {
    Object.assign(window, { isReady: true })
    const { Docent } = window as unknown as { Docent: (...call: unknown[]) => void }
    Docent('identify', { id: 'u1', traits: { company: { seats: 5 } } })
  })
  await expect(card).toBeVisible()
})

test('caps hold over page views, and one tab at a time shows what comes by itself', async ({ page, context, host }) => {
  const options = {
    caps: [{ group: 'guide', atMost: 1, within: 'P1D' }],
    guide: {
      nudges: [
        nudge('first', { kind: 'page', path: '/*' }, { priority: 1 }),
        nudge('second', { kind: 'page', path: '/*' }),
      ],
    },
  }
  const { url } = await host({ body: pageWith(options) })
  await page.goto(url)
  const first = page.getByRole('status').filter({ hasText: 'This is first' })
  await expect(first).toBeVisible()
  const other = await context.newPage()
  await other.goto(url)
  await expect(other.locator('docent-widget').getByRole('button')).toBeVisible()
  await expect
    .poll(async () => (await other.evaluate(explain, 'first'))[0]?.gates.find(({ verdict }) => verdict !== true)?.gate)
    .toBe('one-tab')
  await first.getByRole('button', { name: 'Not now' }).click()
  await expect
    .poll(async () => (await page.evaluate(explain, 'second'))[0]?.gates.find(({ verdict }) => verdict !== true))
    .toMatchObject({
      gate: 'cap',
      why: '1 of 1 of guide in P1D',
    })
  await page.reload()
  await expect
    .poll(async () => (await page.evaluate(explain, 'second'))[0]?.gates.find(({ verdict }) => verdict !== true)?.gate)
    .toBe('cap')
  await expect(page.getByRole('status').filter({ hasText: 'This is second' })).toBeHidden()
})
