import { memoryStorage } from '@docent/core'
import { afterEach, describe, expect, it } from 'vitest'
import type { FaqOptions } from './options.ts'
import { createTestModel, createTestServer, entry, twoArticles } from './test-context.ts'

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

async function create(storage = memoryStorage(), server = createTestServer(twoArticles), options?: FaqOptions) {
  const test = await createTestModel(storage, server, options)
  ends.push(test.scope.dispose)
  return { ...test, server }
}

describe('searching', () => {
  it('answers while typing and remembers what was meant, newest first', async () => {
    const { model, trail, tracked, pass } = await create()
    for (const query of ['s', 'se', 'send']) model.type(query)
    await expect.poll(() => model.state.value.results?.query).toBe('send')
    expect(tracked).toEqual([])
    await pass(1000)
    expect(tracked).toEqual(['help_searched {"text":"send","results":1}'])
    model.type('vat')
    await expect.poll(() => model.state.value.results?.query).toBe('vat')
    model.settle()
    model.settle()
    expect(tracked).toHaveLength(2)
    expect(trail.searches).toEqual(['vat', 'send'])
  })

  it('waits for a pause in typing only where there are many articles and nothing is prepared', async () => {
    const many = Array.from({ length: 151 }, (_, index) => entry(`n${index}`))
    const server = createTestServer(many)
    const manifest = server.files.get('manifest.json') as { locales: { en: { search?: string } } }
    delete manifest.locales.en.search
    const { model, waits, pass } = await create(memoryStorage(), server)
    model.type('n7')
    await expect.poll(() => waits.some(({ ms }) => ms === 120)).toBe(true)
    expect(model.state.value.results).toBeUndefined()
    await pass(120)
    await expect.poll(() => model.state.value.results?.query).toBe('n7')
  })

  it('says that it failed when there is nothing to search', async () => {
    const { model, server, reported } = await create()
    server.isUp = false
    model.type('vat')
    await expect.poll(() => model.state.value.searchFailed).toBe(true)
    expect(reported).toHaveLength(1)
  })

  it('suggests what answers a text, and without one what belongs to the page', async () => {
    const { model, url } = await create()
    expect((await model.suggest('which vat rate do I use')).map(({ id }) => id)).toEqual(['vat'])
    expect(await model.suggest('')).toEqual([
      { id: 'send', title: 'Send an invoice', excerpt: 'The beginning of send.' },
    ])
    url.value = 'https://app.example/clients'
    expect(await model.suggest(' ')).toEqual([])
  })
})

describe('articles given in the options', () => {
  it('are a help centre without a server', async () => {
    const server = createTestServer([])
    const given: FaqOptions = {
      articles: [
        { id: 'a', title: 'How do I log in?', category: 'Account', body: 'With your e-mail.\n\nThen the code.' },
        {
          id: 'b',
          title: 'How do I pay?',
          body: [{ type: 'heading', level: 2, id: 'card', children: ['By card'] }, 'Take it.'],
        },
      ],
    }
    const { model, bodies } = await create(memoryStorage(), server, given)
    const content = await model.load()
    expect(content.categories).toEqual([
      { id: 'Account', title: 'Account' },
      { id: '', title: '' },
    ])
    expect(content.articles[1]).toMatchObject({ headings: ['By card'] })
    await bodies.need('a')
    expect(bodies.article('a').body).toEqual([
      { type: 'paragraph', children: ['With your e-mail.'] },
      { type: 'paragraph', children: ['Then the code.'] },
    ])
    expect((await model.search('card')).map(({ article }) => article.id)).toEqual(['b'])
    model.use()
    await bodies.need('b')
    expect(bodies.article('b').status).toBe('ready')
    expect(server.asked).toEqual([])
  })
})

describe('what is for this page', () => {
  it('is what the page names, then what fits the stage, then the rest', async () => {
    const pages = ['/invoices/*']
    const server = createTestServer([
      entry('any', { pages }),
      entry('late', { pages, stages: ['established'] }),
      entry('new', { pages, stages: ['new', 'activated'] }),
      entry('named'),
    ])
    const { model, context, trail } = await create(memoryStorage(), server)
    const evaluate = (rule: { is: string[] }) => ({ rule, verdict: rule.is.includes('new') })
    Object.assign(context, { targeting: async () => ({ evaluate }) })
    trail.marked = (articles) => articles.filter(({ id }) => id === 'named')
    await model.load()
    const ids = (): readonly string[] => model.forPage(9).map(({ id }) => id)
    await expect.poll(ids).toEqual(['named', 'new', 'any', 'late'])
    expect((await model.search('about')).map(({ article }) => article.id)[0]).toBe('new')
  })

  it('suggests nothing where nothing surely answers', async () => {
    const { model } = await create()
    expect(await model.suggest('dancing the tango with one invoice elephant')).toEqual([])
  })
})

describe('whether it works', () => {
  it('tells once that somebody begins to write, until it is sent', async () => {
    const { model, tracked, happen } = await create()
    await model.suggest('')
    expect(tracked).toEqual([])
    for (const text of ['which', 'which vat']) await model.suggest(text)
    expect(tracked).toEqual(['question_begun undefined'])
    happen('conversation_started')
    await model.suggest('and')
    expect(tracked).toHaveLength(2)
  })
})
