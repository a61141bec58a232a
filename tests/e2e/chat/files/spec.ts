import { Buffer } from 'node:buffer'
import type { Page } from '@playwright/test'
import { violations } from '../../support/axe.ts'
import { ada, test as demoTest, openInbox, signUp } from '../../support/demo.ts'
import { test as killable } from '../../support/killable-server.ts'
import { expect, widget, write } from '../../support/test.ts'

/** A picture that was really drawn, as a file. */
const drawPicture = (page: Page, text: string): Promise<Buffer> =>
  page
    .evaluate((words) => {
      const canvas = document.createElement('canvas')
      canvas.width = 640
      canvas.height = 400
      const context = canvas.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.fillStyle = '#e8f1ee'
      context.fillRect(0, 0, 640, 400)
      context.fillStyle = '#0e6b5c'
      context.font = '40px sans-serif'
      context.fillText(words, 40, 200)
      return canvas.toDataURL('image/png').split(',')[1] ?? ''
    }, text)
    .then((data) => Buffer.from(data, 'base64'))

const chooser = (page: Page) => page.locator('docent-widget input[type=file]')
const attached = (page: Page) => page.getByRole('list', { name: 'To be sent' })

/** As a file that is dropped or pasted. */
const give = (page: Page, how: 'drop' | 'paste', name: string, words: string) =>
  widget(page).composer.evaluate(
    (field, [type, fileName, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content ?? ''], fileName ?? '', { type: 'text/plain' }))
      const common = { bubbles: true, cancelable: true, composed: true }
      if (type === 'paste') field.dispatchEvent(new ClipboardEvent('paste', { ...common, clipboardData: dataTransfer }))
      else
        for (const step of ['dragover', 'drop']) field.dispatchEvent(new DragEvent(step, { ...common, dataTransfer }))
    },
    [how, name, words] as const,
  )

demoTest('files go both ways between visitor and agent', async ({ page, browser, demo }) => {
  await signUp(page, demo)
  const { launcher, panel, composer, log, tab } = widget(page)
  await launcher.click()
  await tab('Messages').click()
  await panel.getByRole('button', { name: 'New message' }).click()

  await demoTest.step('chosen, dropped and pasted files stand above the field and can be removed', async () => {
    const picture = { name: 'invoice.png', mimeType: 'image/png', buffer: await drawPicture(page, 'Invoice 2041') }
    await chooser(page).setInputFiles(picture)
    await give(page, 'drop', 'notes.txt', 'Line 2 is the one')
    await give(page, 'paste', 'wrong.txt', 'not this')
    await expect(attached(page).getByRole('listitem')).toHaveCount(3)
    await attached(page).getByRole('button', { name: 'Remove wrong.txt' }).click()
    await expect(attached(page).getByRole('listitem')).toHaveText([/invoice\.png/, /notes\.txt/])
    await expect(composer).toBeFocused()
    expect(await violations(page, 'docent-widget')).toEqual([])
  })

  await demoTest.step('they go before the text, as one message', async () => {
    await composer.fill('The VAT on it is wrong')
    await composer.press('Enter')
    await expect(log.getByText('Sent')).toBeVisible()
    await expect(attached(page)).toBeHidden()
    await expect(log.locator('.bubble')).toHaveCount(1)
    await expect(log.getByRole('link', { name: /notes\.txt/ })).toBeVisible()
    expect(await violations(page, 'docent-widget')).toEqual([])
  })

  await demoTest.step('a picture is enlarged, and Escape leads back to it', async () => {
    const enlarge = log.getByRole('button', { name: 'Enlarge: invoice.png' })
    await enlarge.click()
    const large = page.getByRole('dialog', { name: 'invoice.png' })
    await expect(large).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(large).toBeHidden()
    await expect(panel).toBeVisible()
    await expect(enlarge).toBeFocused()
  })

  const inbox = await openInbox(browser, demo)
  await demoTest.step('the agent sees them', async () => {
    await inbox.getByRole('listitem').filter({ hasText: ada.name }).getByRole('link').click()
    const thread = inbox.getByRole('log', { name: 'Messages' })
    await expect(thread.getByText('The VAT on it is wrong')).toBeVisible()
    const seen = thread.getByRole('img', { name: /invoice\.png/ })
    await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640)
    const notes = thread.getByRole('link', { name: /notes\.txt/ })
    const answer = await inbox.request.get((await notes.getAttribute('href')) ?? '')
    expect(await answer.text()).toBe('Line 2 is the one')
  })

  await demoTest.step('and sends some back', async () => {
    const buffer = await drawPicture(inbox, 'Corrected')
    await inbox.locator('input[type=file]').setInputFiles({ name: 'fixed.png', mimeType: 'image/png', buffer })
    await expect(inbox.getByRole('button', { name: 'Remove fixed.png' })).toBeVisible()
    const reply = inbox.getByRole('textbox', { name: 'Reply' })
    await reply.fill('Like this?')
    await reply.press('Enter')
    const fixed = log.getByRole('img', { name: 'fixed.png' })
    await expect(fixed).toBeVisible()
    await expect.poll(() => fixed.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640)
  })
})

killable(
  'a file that waits survives a reload, and goes when the server is back',
  async ({ page, host, server, agent }) => {
    const { url } = await host()
    await page.goto(url)
    await write(page, 'Before')
    const { log, composer } = widget(page)
    await expect(log.getByText('Sent')).toBeVisible()
    await server.kill()
    await chooser(page).setInputFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('It broke here') })
    await composer.fill('This is the log')
    await composer.press('Enter')
    await expect(log.getByText('Sending when you’re back online')).toBeVisible()
    await server.restart()
    await page.reload()
    await expect.poll(async () => (await agent.conversations())[0]?.excerpt).toContain('This is the log')
    await widget(page).launcher.click()
    await page.getByRole('button', { name: /This is the log/ }).click()
    const file = log.getByRole('link', { name: /log\.txt/ })
    const answer = await page.request.get((await file.getAttribute('href')) ?? '')
    expect(await answer.text()).toBe('It broke here')
  },
)

killable(
  'an upload shows how far it is, and is taken back with its text and file',
  async ({ page, context, host, agent }) => {
    const { url } = await host()
    await page.goto(url)
    await write(page, 'Before')
    const { log, composer } = widget(page)
    await expect(log.getByText('Sent')).toBeVisible()
    let held: (() => void) | undefined
    await context.route('**/v1/uploads*', async (route) => {
      await new Promise<void>((done) => {
        held = done
      })
      await route.continue().catch(() => undefined)
    })
    await chooser(page).setInputFiles({
      name: 'big.bin',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(300_000, 1),
    })
    await composer.fill('The whole thing')
    await composer.press('Enter')
    await expect(log.getByRole('img', { name: /^Sending, \d+ %/ })).toBeVisible()
    await log.getByRole('button', { name: 'Cancel' }).click()
    await expect(composer).toHaveValue('The whole thing')
    await expect(attached(page).getByRole('listitem')).toHaveText([/big\.bin/])
    await expect(log.getByText('The whole thing')).toHaveCount(0)
    held?.()
    await context.unroute('**/v1/uploads*')
    await composer.press('Enter')
    await expect(log.getByRole('link', { name: /big\.bin/ })).toBeVisible()
    expect((await agent.conversations())[0]?.excerpt).toContain('The whole thing')
  },
)

killable(
  'what is too large is said before it is sent; what the server refuses can be tried again',
  async ({ page, context, host }) => {
    const { url } = await host()
    await page.goto(url)
    await write(page, 'Before')
    const { log, composer } = widget(page)
    await expect(log.getByText('Sent')).toBeVisible()
    await composer.evaluate((field) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([new Uint8Array(26 * 1024 * 1024)], 'film.mov'))
      field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
    })
    await expect(page.getByText('“film.mov” has 27 MB. A file may have at most 26 MB.')).toBeVisible()
    await expect(attached(page)).toBeHidden()

    await context.route('**/v1/uploads*', (route) =>
      route.fulfill({
        status: 403,
        headers: { 'access-control-allow-origin': '*' },
        json: { error: { code: 'forbidden', message: 'Files are not welcome today' } },
      }),
    )
    await chooser(page).setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') })
    await composer.press('Enter')
    await expect(log.getByText('Not sent: Files are not welcome today')).toBeVisible()
    await context.unroute('**/v1/uploads*')
    await log.getByRole('button', { name: 'Try again' }).click()
    await expect(log.getByRole('link', { name: /a\.txt/ })).toBeVisible()
  },
)
