import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { signVisitorToken } from './client/index.ts'
import { createGuest } from './testing/guest.ts'
import { createTestFolder, startTestServer } from './testing/test-server.ts'

const key = 'a shared secret of more than 32 bytes'
const localeOf = (name: string) => ({
  count: 1,
  index: `index.${name}.json`,
  search: `search.${name}.json`,
  shards: [`a.${name}.json`],
})

async function start() {
  const folder = await createTestFolder(onTestFinished, 'restricted')
  const restrictedHelpDir = join(folder, 'private')
  await mkdir(restrictedHelpDir)
  const parts = [
    { audiences: ['customers', 'partners'], locales: { en: localeOf('c') } },
    { audiences: ['plan-pro'], locales: { en: localeOf('p'), lv: localeOf('q') } },
  ]
  await writeFile(join(restrictedHelpDir, 'manifest.json'), JSON.stringify({ format: 1, version: 'v', parts }))
  for (const name of ['c', 'p', 'q'])
    for (const kind of ['index', 'search', 'a'])
      await writeFile(join(restrictedHelpDir, `${kind}.${name}.json`), `{"of":"${name}"}`)
  await writeFile(join(folder, 'secret.json'), '{}')
  const tokenKeys = [{ algorithm: 'HS256' as const, key }]
  const { url } = await startTestServer(onTestFinished, { apps: [{ id: 'default', restrictedHelpDir, tokenKeys }] })
  const signIn = async (id: string, traits = {}) =>
    createGuest(url, { token: await signVisitorToken({ key, app: 'default', id, traits }) })
  return { url, signIn }
}

test('who may read what is what the token says, and nothing that the page says', async () => {
  const { url, signIn } = await start()
  const readBy = async (guest: Awaited<ReturnType<typeof signIn>>) =>
    (await guest.query<{ parts: Record<string, { index: string }>[] }>('restricted-help')).parts.flatMap((part) =>
      Object.values(part).map(({ index }) => index),
    )
  expect(await readBy(await signIn('free', { plan: 'free' }))).toEqual([])
  expect(await readBy(await signIn('pro', { plan: 'pro' }))).toEqual(['index.p.json', 'index.q.json'])
  expect(await readBy(await signIn('both', { audience: ['partners', 'customers', 7], plan: 'pro' }))).toEqual([
    'index.c.json',
    'index.p.json',
    'index.q.json',
  ])
  const stranger = await createGuest(url)
  await stranger.command('visitor-update', { traits: { plan: 'pro', audience: 'customers' } })
  expect(await readBy(stranger)).toEqual([])
  const boaster = await signIn('boaster')
  await boaster.command('visitor-update', { traits: { plan: 'pro' } })
  expect(await readBy(boaster)).toEqual([])
})

test('a plan that is over ends the access with the next session', async () => {
  const { signIn } = await start()
  await signIn('u', { plan: 'pro' })
  const later = await signIn('u', { plan: 'free' })
  await expect(later.query('restricted-file', { name: 'a.p.json' })).rejects.toMatchObject({ code: 'not-found' })
})

test('a file is for those who may read it; for others there is none', async () => {
  const { url, signIn } = await start()
  const pro = await signIn('pro', { plan: 'pro' })
  for (const name of ['index.p.json', 'search.p.json', 'a.q.json'])
    expect(await pro.query('restricted-file', { name })).toEqual({ of: name.split('.')[1] })
  const refused = { code: 'not-found' }
  for (const name of ['index.c.json', 'manifest.json', '../secret.json', '..%2fsecret.json', '', 'nothing.json'])
    await expect(pro.query('restricted-file', { name })).rejects.toMatchObject(refused)
  await expect((await createGuest(url)).query('restricted-file', { name: 'a.p.json' })).rejects.toMatchObject(refused)
  for (const path of ['/help/default/a.p.json', '/private/a.p.json']) expect((await fetch(url + path)).status).toBe(404)
})

test('where the folder is not built yet, nobody has more than the public help centre', async () => {
  const tokenKeys = [{ algorithm: 'HS256' as const, key }]
  const apps = [{ id: 'default', restrictedHelpDir: '/nowhere/at/all', tokenKeys }]
  const { url } = await startTestServer(onTestFinished, { apps })
  const token = await signVisitorToken({ key, app: 'default', id: 'u', traits: { plan: 'pro' } })
  expect(await (await createGuest(url, { token })).query('restricted-help')).toEqual({ parts: [] })
})
