import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

/** A browser that is driven by W3C WebDriver, over `fetch` alone. */
export interface WebDriver {
  readonly version: string
  goTo(url: string): Promise<void>
  /** Runs the body of a function in the page. */
  run(body: string, ...parameters: readonly unknown[]): Promise<unknown>
  /** The element that the body of a function returns is clicked, as by a person. */
  click(body: string, ...parameters: readonly unknown[]): Promise<void>
  type(text: string, body: string, ...parameters: readonly unknown[]): Promise<void>
  close(): Promise<void>
}

const port = 4457
const display = ':97'

/** WebKitGTK's own small browser, on a screen that nobody sees. */
export async function openWebKit(): Promise<WebDriver> {
  const screen = spawn('Xvfb', [display, '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: 'ignore' })
  const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_DMABUF_RENDERER: '1' },
  })
  await untilAnswering(driver)
  const { sessionId, capabilities } = (await ask('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': {
          binary: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
          args: ['--automation'],
        },
      },
    },
  })) as { sessionId: string; capabilities: { browserVersion: string } }
  const at = `/session/${sessionId}`
  const run = (script: string, ...args: readonly unknown[]) => ask('POST', `${at}/execute/sync`, { script, args })
  const elementOf = async (body: string, parameters: readonly unknown[]): Promise<string> => {
    const found = (await run(body, ...parameters)) as Readonly<Record<string, string>> | null
    const id = found?.[elementKey]
    if (!id) throw new Error(`There is no element: ${body}`)
    return `${at}/element/${id}`
  }
  return {
    version: capabilities.browserVersion,
    goTo: (url) => ask('POST', `${at}/url`, { url }).then(() => undefined),
    run,
    click: async (body, ...parameters) => void (await ask('POST', `${await elementOf(body, parameters)}/click`, {})),
    type: async (text, body, ...parameters) =>
      void (await ask('POST', `${await elementOf(body, parameters)}/value`, { text })),
    async close() {
      await ask('DELETE', at).catch(() => undefined)
      for (const child of [driver, screen]) {
        const gone = once(child, 'exit')
        child.kill()
        await gone
      }
    },
  }
}

async function untilAnswering(driver: ChildProcess): Promise<void> {
  for (;;) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}`)
    const status = await ask('GET', '/status').catch(() => undefined)
    if (status) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function ask(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const { value } = (await response.json()) as { value: { error?: string; message?: string } | null }
  if (value?.error) throw new Error(`${value.error}: ${value.message}`)
  return value
}
