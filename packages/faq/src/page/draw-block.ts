import type { FeatureContext, Scope } from '@docent/core'
import type { HelpArticleEntry, Id } from '@docent/protocol'
import { adoptStyles, createInline } from '@docent/ui/parts'
import { findArticle } from '../content/help-content.ts'
import type { HelpModel } from '../model.ts'
import styles from './block.css?inline'

/** What a block shows. */
export interface BlockOptions {
  /** These articles, in this order. @default up to three that belong to the page */
  readonly articles?: readonly Id[]
}

export interface Block {
  readonly element: Element
  readonly options: BlockOptions
  readonly scope: Scope
}

const messages = {
  'help.block': 'Help for this page',
  'help.minutes': '{count} min',
  'help.ask-page': 'Ask about this page',
  'help.search': 'Search help',
} as const

/** Fetches nothing before the reader comes near, draws nothing where there is nothing to say, and takes no focus. */
export function drawBlock(context: FeatureContext, load: () => Promise<HelpModel>, { element, options, scope }: Block) {
  whenNear(element, scope, async () => {
    const [model, root] = await Promise.all([load(), createInline(context, element, scope)])
    if (scope.signal.aborted) return
    adoptStyles(root.getRootNode() as ShadowRoot, styles)
    scope.effect(() => {
      // Without a connection the block is not there; it comes when the connection does.
      if (context.page.online.value) model.load().catch(() => {})
    })
    scope.effect(() => {
      const { content } = model.state.value
      const articles = options.articles?.flatMap((id) => findArticle(content, id) ?? []) ?? model.forPage()
      root.replaceChildren(...(articles.length > 0 ? [drawList(context, articles, root)] : []))
    })
  }).catch(context.report)
}

async function whenNear(element: Element, scope: Scope, then: () => Promise<void>): Promise<void> {
  await new Promise<void>((resolve) => {
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && resolve(), { rootMargin: '300px' })
    scope.add(() => observer.disconnect())
    observer.observe(element)
  })
  if (!scope.signal.aborted) await then()
}

function drawList(context: FeatureContext, articles: readonly HelpArticleEntry[], root: HTMLElement): HTMLElement {
  const t = context.translator(messages)
  const page = root.ownerDocument
  const create = (tag: string, name: string, ...children: (Node | string)[]): HTMLElement => {
    const made = page.createElement(tag)
    made.className = name
    made.append(...children)
    return made
  }
  const link = (route: string, ...children: (Node | string)[]): HTMLElement => {
    const made = create('a', 'item', ...children)
    made.setAttribute('href', `#docent/faq/${route}`)
    made.addEventListener('click', (event) => {
      event.preventDefault()
      context.open('faq', route)
    })
    return made
  }
  const titled = articles.map(({ id, title, minutes }) => {
    const length = create('span', 'faint', t('help.minutes', { count: minutes }))
    return link(id, create('span', 'grow', title), length)
  })
  const list = create('section', 'block card list')
  list.setAttribute('aria-label', t('help.block'))
  const ask = context.services.get('startConversation')
  const further = ask ? create('button', 'item', t('help.ask-page')) : link('search/', t('help.search'))
  further.classList.add('tone')
  if (ask) further.addEventListener('click', () => ask({}))
  list.append(create('h2', 'eyebrow', t('help.block')), ...titled, further)
  return list
}
