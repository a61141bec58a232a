import { expect, it } from 'vitest'
import { precacheList } from './precache-list.ts'

const files: Record<string, unknown> = {
  'https://s.example/cdn/precache.json': ['loader.js', 'widget.js'],
  'https://s.example/help/manifest.json': {
    defaultLocale: 'en',
    locales: {
      en: { index: 'index.en.json', search: 'search.en.json', shards: ['a.en.json'], news: 'news.en.json' },
      ru: { index: 'index.ru.json', shards: [] },
    },
  },
  'https://s.example/help/a.en.json': {
    articles: {
      one: [
        { type: 'list', ordered: true, items: [{ children: [{ type: 'image', src: 'a.png', alt: '' }] }] },
        { type: 'image', src: 'https://cdn.example/b.png', alt: '' },
      ],
      two: [{ type: 'image', src: 'a.png', alt: '' }],
    },
  },
}
const fetch = (async (address: string) =>
  files[address] ? Response.json(files[address]) : new Response('', { status: 404 })) as typeof globalThis.fetch

it('names what the widget and one language of the help centre are made of', async () => {
  expect(await precacheList({ widget: 'https://s.example/cdn', help: 'https://s.example/help/', fetch })).toEqual([
    'https://s.example/cdn/loader.js',
    'https://s.example/cdn/widget.js',
    'https://s.example/help/manifest.json',
    'https://s.example/help/index.en.json',
    'https://s.example/help/search.en.json',
    'https://s.example/help/news.en.json',
    'https://s.example/help/a.en.json',
  ])
  expect(await precacheList({ help: 'https://s.example/help', locale: 'ru-RU', fetch })).toContain(
    'https://s.example/help/index.ru.json',
  )
})

it('names each picture once where it is asked to', async () => {
  const list = await precacheList({ help: 'https://s.example/help', pictures: true, fetch })
  expect(list.slice(-2)).toEqual(['https://s.example/help/a.png', 'https://cdn.example/b.png'])
})

it('rejects where there is no list', async () => {
  await expect(precacheList({ widget: 'https://s.example/none', fetch })).rejects.toThrow('answered 404')
})
