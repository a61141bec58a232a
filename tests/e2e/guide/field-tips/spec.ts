import type { CDPSession } from '@playwright/test'
import { scriptTag } from '../../support/host-page.ts'
import { expect, test } from '../../support/test.ts'

const body = `<form><label>IBAN <input id="iban" required pattern="[A-Z]{2}[0-9]+" aria-describedby="hint"
  data-docent-validate="Two letters, then digits" data-docent-error="It begins with two letters for the country"></label>
<p id="hint">Of your bank</p><button>Save</button></form>
<p>Your <span id="mrr" tabindex="0" data-docent-term="Monthly recurring revenue">MRR</span></p>${scriptTag()}`

interface Node {
  readonly name?: { readonly value: string }
  readonly description?: { readonly value: string }
}
async function description(tree: CDPSession, name: string): Promise<string | undefined> {
  const { nodes } = (await tree.send('Accessibility.getFullAXTree')) as { nodes: readonly Node[] }
  return nodes.find((node) => node.name?.value === name && node.description)?.description?.value
}

test('a field says what it accepts, why it failed, and that it is right', async ({ page, host }) => {
  const { url } = await host({ body })
  await page.goto(url)
  await expect(page.locator('docent-widget').getByRole('button')).toBeVisible()
  const tree = await page.context().newCDPSession(page)
  const field = page.locator('#iban')
  const tip = page.getByRole('tooltip')

  await field.click()
  await expect(tip).toHaveText('Two letters, then digits')
  expect(await description(tree, 'IBAN')).toBe('Of your bank Two letters, then digits')
  await field.fill('12')
  await expect(tip).not.toHaveClass(/good/)
  await field.fill('LV12')
  await expect(tip).toHaveClass(/good/)

  await field.fill('12')
  await field.press('Enter')
  await expect(tip).toHaveText('It begins with two letters for the country')
  expect(await description(tree, 'IBAN')).toBe('Of your bank It begins with two letters for the country')
  expect(await field.getAttribute('aria-errormessage')).toMatch(/^docent-tip-/)
  await field.fill('LV12')
  await expect(tip).toBeHidden()
  expect(await field.getAttribute('aria-describedby')).toBe('hint')
  expect(await field.getAttribute('aria-errormessage')).toBeNull()
})

test('a word is explained by keyboard and pointer', async ({ page, host }) => {
  const { url } = await host({ body })
  await page.goto(url)
  await expect(page.locator('docent-widget').getByRole('button')).toBeVisible()
  const tip = page.getByRole('tooltip')
  await page.getByRole('button', { name: 'Save' }).focus()
  await page.keyboard.press('Tab')
  await expect(tip).toHaveText('Monthly recurring revenue')
  await page.keyboard.press('Escape')
  await expect(tip).toBeHidden()
  await page.locator('#mrr').blur()
  await page.locator('#mrr').hover()
  await expect(tip).toHaveText('Monthly recurring revenue')
})
