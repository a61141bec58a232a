import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget, write } from '../../support/test.ts'

const hostile = `<style>
* { all: unset !important; color: red !important; font: 40px/2 cursive !important; transform: rotate(3deg) !important; opacity: .4 !important; display: block !important; position: relative !important; visibility: hidden !important; letter-spacing: 1em !important; filter: blur(4px) !important; animation: none !important; transition: none !important }
docent-widget, docent-widget * { display: none !important; pointer-events: none !important }
html { font-size: 4px !important; direction: rtl !important }
</style>`

/** What a person sees of an element: its box and the styles that pages like to change. */
const look = (element: Element) => {
  const style = getComputedStyle(element)
  const { width, height, right, bottom } = element.getBoundingClientRect()
  return {
    box: [width, height, window.innerWidth - right, window.innerHeight - bottom].map(Math.round),
    style: [
      'color',
      'fontSize',
      'fontFamily',
      'lineHeight',
      'letterSpacing',
      'opacity',
      'visibility',
      'transform',
      'filter',
      'direction',
    ].map((name) => style[name as 'color']),
  }
}

test('looks and works the same on a page whose rules are hostile', async ({ page, host }) => {
  const looks: unknown[] = []
  for (const head of ['', hostile]) {
    const { url } = await host({ head })
    await page.goto(url)
    const { launcher, panel, composer, log } = widget(page)
    await expect(launcher).toBeVisible()
    const closed = await launcher.evaluate(look)
    await write(page, 'Hello')
    await expect(log.getByText('Sent')).toBeVisible()
    await panel.evaluate((element) =>
      Promise.all(element.getAnimations({ subtree: true }).map((animation) => animation.finished)),
    )
    looks.push([
      closed,
      await panel.evaluate(look),
      await composer.evaluate(look),
      await log.locator('.bubble').first().evaluate(look),
    ])
  }
  expect(looks[1]).toEqual(looks[0])
})

test('changes nothing on the host page', async ({ page, host }) => {
  const { url } = await host({
    body: `<main><h1>Host page</h1><p>Text</p><button>Act</button><input aria-label="Field"></main>${scriptTag('data-app="e2e" data-manual')}`,
  })
  await page.goto(url)
  const picture = () =>
    page.evaluate(() => ({
      head: document.head.innerHTML,
      root: document.documentElement.getAttributeNames().concat(document.body.getAttributeNames()),
      scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
      styles: [document.documentElement, document.body, ...document.querySelectorAll('main, main *')].map((element) => {
        const style = getComputedStyle(element)
        return [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';')
      }),
      sheets: document.adoptedStyleSheets.length,
    }))
  const before = await picture()
  await page.evaluate(() => (window as unknown as { Docent(name: string): void }).Docent('start'))
  await write(page, 'Hello')
  await expect(widget(page).log.getByText('Sent')).toBeVisible()
  expect(await picture()).toEqual(before)
})
