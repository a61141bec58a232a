import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { budgets } from '../../../../packages/build/src/budgets.ts'
import type { Graph } from '../../../../packages/build/src/build-cdn.ts'
import { filesFor } from '../../../../packages/build/src/measure.ts'
import { expect, test, widget } from '../../support/test.ts'

const graph = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../packages/widget/dist/cdn/graph.json'), 'utf8'),
) as Graph
const filesOf = (...names: string[]): string[] =>
  [
    ...filesFor(
      graph,
      names.flatMap((name) => budgets.find((budget) => budget.name === name)?.needs ?? []),
    ),
  ].sort()

test('a page downloads just the files that the budgets count', async ({ page, host }) => {
  const files = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/cdn/')) files.add(pathname.slice('/cdn/'.length))
  })
  const { url } = await host()
  await page.goto(url)
  const { launcher, panel } = widget(page)
  await expect(launcher).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect([...files].sort()).toEqual(filesOf('cold'))
  await launcher.click()
  await page.getByRole('button', { name: /Ask us/ }).click()
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  // What draws a conversation is on its way now, for the first message, and the tools of the composer.
  const later = filesOf('past', 'send', 'tools', 'beside', 'tabs').filter(
    (file) => !filesOf('cold', 'chat').includes(file),
  )
  expect(later).not.toEqual([])
  expect([...files].filter((file) => !later.includes(file)).sort()).toEqual(filesOf('cold', 'chat'))
  await expect(panel).toBeVisible()
})
