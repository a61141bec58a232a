import type { RichNode, RichText } from '@docent/protocol'
import type { SourceArticle } from './article.ts'

const names: Readonly<Record<string, string>> = {
  strong: 'strong',
  emphasis: 'em',
  paragraph: 'p',
  quote: 'blockquote',
}

/** The articles as schema.org's `FAQPage`, ready to be put into a page of the team's public site. */
export function jsonLdOf(articles: readonly SourceArticle[]): string {
  const page = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: articles.map(({ title, body }) => ({
      '@type': 'Question',
      name: title,
      acceptedAnswer: { '@type': 'Answer', text: html(body) },
    })),
  }
  // What ends a script must not stand in one.
  return `<script type="application/ld+json">${JSON.stringify(page).replaceAll('<', '\\u003c')}</script>\n`
}

const html = (text: RichText): string => text.map(node).join('')

/** The few tags that readers of the format understand. Pictures, and links that open in the widget, are left out. */
function node(item: RichNode): string {
  if (typeof item === 'string') return escaped(item)
  switch (item.type) {
    case 'heading':
      return `<h${item.level}>${html(item.children)}</h${item.level}>`
    case 'list': {
      const tag = item.ordered ? 'ol' : 'ul'
      return `<${tag}>${item.items.map(({ children }) => `<li>${html(children)}</li>`).join('')}</${tag}>`
    }
    case 'table':
      return [item.head, ...item.rows].map((row) => `<p>${row.map(html).join(' · ')}</p>`).join('')
    case 'link':
      return `<a href="${escaped(item.href)}">${html(item.children)}</a>`
    case 'details':
      return `<p><strong>${html(item.summary)}</strong></p>${html(item.children)}`
    case 'code':
    case 'code-block':
      return escaped(item.text)
    case 'break':
      return '<br>'
    case 'image':
    case 'video':
    case 'rule':
      return ''
    default: {
      const tag = names[item.type]
      return tag ? `<${tag}>${html(item.children)}</${tag}>` : html(item.children)
    }
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
