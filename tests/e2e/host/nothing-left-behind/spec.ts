import { scriptTag } from '../../support/host-page.ts'
import { expect, test, widget, write } from '../../support/test.ts'

/** Counts listeners and timers of the page from the very beginning. */
const count = () => {
  const listeners = new Map<string, number>()
  const change = (target: unknown, type: string, by: number): void => {
    if (
      !(
        target === window ||
        target === document ||
        target === document.documentElement ||
        target === document.body ||
        target === window.visualViewport ||
        target === (window as { navigation?: unknown }).navigation
      )
    )
      return
    const key = `${(target as object).constructor.name} ${type}`
    listeners.set(key, (listeners.get(key) ?? 0) + by)
    if (listeners.get(key) === 0) listeners.delete(key)
  }
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype
  const own = new WeakMap<object, Map<string, Set<unknown>>>()
  EventTarget.prototype.addEventListener = function (type, handler, options) {
    const capture = typeof options === 'boolean' ? options : (options?.capture ?? false)
    const key = `${type} ${capture}`
    const known = own.get(this) ?? new Map<string, Set<unknown>>()
    own.set(this, known)
    const set = known.get(key) ?? new Set()
    known.set(key, set)
    const drop = (): void => void (set.delete(handler) && change(this, type, -1))
    if (handler && !set.has(handler)) {
      set.add(handler)
      change(this, type, 1)
      if (typeof options === 'object') {
        if (options.signal) add.call(options.signal, 'abort', drop, { once: true })
        if (options.once) add.call(this, type, drop, { once: true, capture })
      }
    }
    return add.call(this, type, handler, options)
  }
  EventTarget.prototype.removeEventListener = function (type, handler, options) {
    const capture = typeof options === 'boolean' ? options : (options?.capture ?? false)
    if (own.get(this)?.get(`${type} ${capture}`)?.delete(handler)) change(this, type, -1)
    return remove.call(this, type, handler, options)
  }
  const timers = new Set<unknown>()
  const { setTimeout: later, clearTimeout: never, setInterval: often, clearInterval: stop } = window
  window.setTimeout = ((run: () => void, ms?: number, ...rest: unknown[]) => {
    const id = later(
      (...values: unknown[]) => {
        timers.delete(id)
        ;(run as (...values: unknown[]) => void)(...values)
      },
      ms,
      ...rest,
    )
    timers.add(id)
    return id
  }) as typeof window.setTimeout
  window.clearTimeout = (id) => {
    timers.delete(id)
    never(id)
  }
  window.setInterval = ((run: () => void, ms?: number) => {
    const id = often(run, ms)
    timers.add(id)
    return id
  }) as typeof window.setInterval
  window.clearInterval = (id) => {
    timers.delete(id)
    stop(id)
  }
  Object.assign(window, {
    leftovers: () => ({
      listeners: Object.fromEntries(listeners),
      timers: timers.size,
      nodes: document.querySelectorAll('*').length,
      globals: Object.getOwnPropertyNames(window).sort(),
      history: history.pushState.toString(),
    }),
  })
}

declare const leftovers: () => object
declare const Docent: (name: string, ...parameters: unknown[]) => Promise<unknown>

test('destroy() leaves no node, listener, timer, request or global', async ({ page, host, agent, server }) => {
  await page.addInitScript(count)
  const open = new Set<string>()
  page.on('request', (request) => void (request.url().startsWith(server.url) && open.add(request.url())))
  page.on('requestfinished', (request) => void open.delete(request.url()))
  page.on('requestfailed', (request) => void open.delete(request.url()))
  const { url } = await host({ body: `<h1>Host page</h1><button data-docent-tip="Helps">Act</button>` })
  await page.goto(url)
  await page.evaluate(() => Object.assign(window, { Docent: undefined }))
  await page.evaluate(() => delete (window as { Docent?: unknown }).Docent)
  const before = await page.evaluate(() => leftovers())
  await page.evaluate((base) => {
    const script = document.createElement('script')
    script.src = `${base}/cdn/loader.js`
    script.dataset.server = base
    script.dataset.app = 'e2e'
    document.body.append(script)
  }, server.url)
  await write(page, 'Hello')
  const { log, composer } = widget(page)
  await expect(log.getByText('Sent')).toBeVisible()
  await agent.reply('Hello too')
  await expect(log.getByText('Hello too')).toBeVisible()
  await composer.fill('typing')
  await page.getByRole('button', { name: 'Act' }).focus()
  await expect(page.getByRole('tooltip')).toBeVisible()
  await page.evaluate(() => Docent('destroy'))
  await page.evaluate(() => document.querySelector('script[src*="loader.js"]')?.remove())
  await expect.poll(() => page.evaluate(() => leftovers())).toEqual(before)
  await expect.poll(() => [...open]).toEqual([])
})

test('a tag works again after destroy()', async ({ page, host }) => {
  const { url } = await host({ body: `<h1>Host page</h1>${scriptTag()}` })
  await page.goto(url)
  await expect(widget(page).launcher).toBeVisible()
  await page.evaluate(() => Docent('destroy'))
  await expect(page.locator('docent-widget')).toHaveCount(0)
})
