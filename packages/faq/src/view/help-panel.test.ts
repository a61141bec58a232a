import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Trail } from '../feature.ts'
import { createHelpModel } from '../model.ts'
import { createTestContext, createTestServer, entry, settle } from '../test-context.ts'
import { panel } from './index.ts'

const articles = [
  entry('send', { title: 'Send an invoice', pages: ['/invoices/*'] }),
  entry('vat', { title: 'Which VAT rate is used?', updated: '2026-11-12' }),
  entry('reverse', { title: 'Reverse charge', level: 'advanced', headings: ['Clients outside Europe'] }),
  entry('bank', { title: 'Add your bank account', category: 'two' }),
]

type Test = Awaited<ReturnType<typeof open>>
let test: Test
beforeEach(async () => {
  test = await open()
})
afterEach(() => test.scope.dispose())

/** The help centre in a page, opened at a route. */
async function open(route = '', server = createTestServer(articles)) {
  const made = createTestContext()
  const trail: Trail = { searches: [] }
  const model = await createHelpModel(made.context, { content: 'https://cdn.example/help' }, trail, server.fetch)
  const container = document.createElement('div')
  document.body.append(container)
  made.scope.add(() => container.remove())
  made.panel.value = { feature: 'faq', route }
  const asked: unknown[] = []
  panel(made.context, model).mount(container, made.scope, { value: route } as never)
  const all = (selector: string): HTMLElement[] => [...container.querySelectorAll<HTMLElement>(selector)]
  const named = (selector: string, name: string): HTMLElement => {
    const found = all(selector).find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name))
    if (!found) throw new Error(`There is no ${selector} “${name}” in ${container.textContent}`)
    return found
  }
  return {
    ...made,
    server,
    trail,
    model,
    container,
    asked,
    all,
    named,
    text: () => container.textContent ?? '',
    /** Until it is on the screen. */
    sees: (text: string) => expect.poll(() => container.textContent, { timeout: 5000 }).toContain(text),
    offerChat: () => made.services.provide({ startConversation: (draft) => void asked.push(draft) }),
    type: (text: string) => {
      const field = container.querySelector('input') as HTMLInputElement
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    },
    press: (key: string, target: Element = document.activeElement ?? document.body) =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  }
}
const reopen = async (...parameters: Parameters<typeof open>): Promise<Test> => {
  test.scope.dispose()
  test = await open(...parameters)
  return test
}

describe('topics', () => {
  it('show what is for this page, then every topic with its number of articles', async () => {
    await test.sees('All topics')
    expect(test.container.querySelector('input')?.placeholder).toBe('Search 4 articles')
    expect(test.all('a.item').map((item) => item.textContent)).toEqual([
      'Send an invoice',
      'Topic one33 articles',
      'Topic two11 article',
    ])
  })

  it('lead to a topic, basics first', async () => {
    await test.sees('All topics')
    test.named('a', 'Topic one').click()
    await test.sees('Going deeper')
    expect(test.all('h2, h3, a.item').map((item) => item.textContent)).toEqual([
      'Topic one',
      'Send an invoice',
      'Which VAT rate is used?',
      'Going deeper',
      'Reverse charge',
    ])
    expect(test.panel.value?.route).toBe('category/one')
    expect(document.activeElement?.textContent).toBe('Topic one')
    test.named('button', 'Back').click()
    await test.sees('All topics')
    expect(document.activeElement).toBe(test.named('a', 'Topic one'))
  })
})

describe('search', () => {
  it('answers while typing, marks what matched and says how many there are', async () => {
    await test.sees('All topics')
    test.type('vat')
    await test.sees('1 article.')
    expect(test.container.querySelector('mark')?.textContent).toBe('VAT')
    expect(test.container.querySelector('[role=status]')?.textContent).toBe('1 article.')
    expect(test.panel.value?.route).toBe('search/')
  })

  it('begins with the text of the route', async () => {
    await reopen(`search/${encodeURIComponent('bank account')}`)
    await test.sees('1 article.')
    expect(test.container.querySelector('input')?.value).toBe('bank account')
  })

  it('is driven by the keys', async () => {
    await test.sees('All topics')
    const field = test.container.querySelector('input') as HTMLInputElement
    field.focus()
    test.type('invoice')
    await expect.poll(() => test.all('mark').length).toBeGreaterThan(0)
    test.press('ArrowDown')
    expect(document.activeElement).toBe(test.all('a.item')[0])
    test.press('ArrowUp')
    expect(document.activeElement).toBe(field)
    test.press('ArrowDown')
    test.press('x')
    expect(document.activeElement).toBe(field)
    test.press('Enter')
    await test.sees('Body of send')
  })

  it('ends with Escape, which does not close the panel', async () => {
    await test.sees('All topics')
    test.type('vat')
    await test.sees('1 article.')
    const field = test.container.querySelector('input') as HTMLInputElement
    expect(test.press('Escape', field)).toBe(false)
    await test.sees('All topics')
    expect(field.value).toBe('')
    expect(test.press('Escape', field)).toBe(true)
  })

  it('leads on where nothing was found: to a person with the search, and to articles', async () => {
    test.offerChat()
    await test.sees('All topics')
    test.type('apple pay')
    await test.sees('Nothing about “apple pay”')
    expect(test.text()).toContain('For this page')
    test.named('button', 'Ask about “apple pay”').click()
    expect(test.asked).toEqual([{ text: 'apple pay', context: { lastSearch: 'apple pay' } }])
    expect(test.trail.searches).toEqual(['apple pay'])
  })

  it('says when it is not sure, and shows its guesses, the way to a person and all topics', async () => {
    test.offerChat()
    await test.sees('All topics')
    test.type('dancing the tango with one invoice elephant')
    await test.sees('Nothing that surely answers “dancing the tango with one invoice elephant”. Perhaps:')
    expect(test.named('a', 'Send an invoice')).toBeTruthy()
    await test.sees('All topics')
    expect(test.text()).not.toContain('Not what you need?')
    test.named('button', 'Ask about “dancing').click()
    expect(test.asked).toHaveLength(1)
    expect(test.tracked).toEqual(['help_searched {"text":"dancing the tango with one invoice elephant","results":0}'])
  })

  it('names the part of an article that answers, and opens it there', async () => {
    await test.sees('All topics')
    test.type('outside europe')
    await test.sees('› Clients outside Europe')
    test.named('a', 'Reverse charge').click()
    await test.sees('Body of reverse')
    expect(test.panel.value?.route).toBe('reverse#Clients%20outside%20Europe')
    expect(test.tracked).toContain('help_result_opened {"id":"reverse","text":"outside europe","place":1}')
    test.named('button', 'Back').click()
    await test.sees('› Clients outside Europe')
    expect(document.activeElement).toBe(test.named('a', 'Reverse charge'))
  })

  it('asks after a pause what a misspelt word was meant to be, and searches it', async () => {
    await test.sees('All topics')
    test.type('bnak acount')
    await test.sees('Add your bank account')
    expect(test.text()).not.toContain('Did you mean')
    await test.pass(1000)
    await test.sees('Did you mean “bank account”?')
    test.named('button', 'Did you mean').click()
    await expect.poll(() => test.container.querySelector('input')?.value).toBe('bank account')
    await expect.poll(() => test.text()).not.toContain('Did you mean')
  })

  it('offers no person where there is none', async () => {
    await test.sees('All topics')
    test.type('apple pay')
    await test.sees('look through the topics')
    expect(test.text()).not.toContain('Ask')
  })
})

describe('an article', () => {
  it('shows its text, what it is and what to read next', async () => {
    await reopen('vat')
    await test.sees('Body of vat, v1.')
    expect(test.container.querySelector('h1')?.textContent).toBe('Which VAT rate is used?')
    expect(test.text()).toContain('2 min · Updated November 12')
    expect(test.text()).toContain('Topic one')
    expect(test.all('a.item').map((item) => item.textContent)).toEqual(['Send an invoice', 'Reverse charge'])
    await expect.poll(() => test.tracked).toEqual(['article_viewed {"id":"vat"}'])
  })

  it('takes an opinion, and leads on after a no', async () => {
    await reopen('vat')
    test.offerChat()
    await test.sees('Did this solve it?')
    test.named('button', 'No').click()
    await test.sees('Then ask us.')
    expect(test.named('button', 'No').getAttribute('aria-pressed')).toBe('true')
    test.named('button', 'No').click()
    test.named('button', 'Yes').click()
    await test.sees('Thank you.')
    expect(test.tracked.filter((one) => one.startsWith('article_rated'))).toHaveLength(2)
  })

  it('goes along to a person', async () => {
    test.scope.dispose()
    const made = open('vat')
    test = await made
    test.offerChat()
    await test.sees('Not what you need?')
    test.named('button', 'Ask us').click()
    expect(test.asked).toEqual([{ context: { lastArticle: { id: 'vat', title: 'Which VAT rate is used?' } } }])
  })

  it('leads back to the search it was found by, with the focus on it', async () => {
    await test.sees('All topics')
    test.type('invoice')
    await expect.poll(() => test.all('mark').length).toBeGreaterThan(0)
    test.named('a', 'Send an invoice').click()
    await test.sees('Body of send')
    test.named('button', 'Back').click()
    await expect.poll(() => test.all('mark').length).toBeGreaterThan(0)
    expect(document.activeElement).toBe(test.named('a', 'Send an invoice'))
  })

  it('leads back out of help when it was opened from elsewhere', async () => {
    await reopen('vat')
    test.trail.from = { feature: 'checklist', route: 'setup' }
    await test.sees('Body of vat')
    test.named('button', 'Back').click()
    expect(test.panel.value).toEqual({ feature: 'checklist', route: 'setup' })
  })

  it('keeps its place while the panel is closed', async () => {
    await reopen('vat')
    await test.sees('Body of vat')
    test.panel.value = undefined
    await settle()
    expect(test.text()).toContain('Body of vat')
  })

  it('says when it is not there any more', async () => {
    await reopen('gone')
    await test.sees('This article is not here any more')
    test.named('button', 'All topics and search').click()
    await test.sees('All topics')
  })
})

describe('without a connection', () => {
  it('says what happened, and goes on when asked again', async () => {
    const server = createTestServer(articles)
    server.isUp = false
    await reopen('', server)
    await test.sees('Help didn’t load')
    server.isUp = true
    test.named('button', 'Try again').click()
    await test.sees('All topics')
  })

  it('says that an article did not load, once, and goes on when asked again', async () => {
    const server = createTestServer(articles)
    const shard = server.files.get('a.0.v1.json')
    server.files.delete('a.0.v1.json')
    await reopen('vat', server)
    await test.sees('This article didn’t load')
    await settle()
    expect(server.asked.filter((name) => name === 'a.0.v1.json')).toHaveLength(1)
    server.files.set('a.0.v1.json', shard)
    test.named('button', 'Try again').click()
    await test.sees('Body of vat')
  })
})

it('leaves nothing behind', async () => {
  await test.sees('All topics')
  const { container } = test
  test.scope.dispose()
  expect(container.innerHTML).toBe('')
})
