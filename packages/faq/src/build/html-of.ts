import type { RichNode, RichText } from '@docent/protocol'

const names: Readonly<Record<string, string>> = {
  strong: 'strong',
  emphasis: 'em',
  paragraph: 'p',
  quote: 'blockquote',
}

/** Rich text for readers outside of the widget: search engines, feed readers. */
export const htmlOf = (text: RichText): string => text.map(node).join('')

/** The few tags that readers of the format understand. Pictures, and links that open in the widget, are left out. */
function node(item: RichNode): string {
  if (typeof item === 'string') return escaped(item)
  switch (item.type) {
    case 'heading':
      return `<h${item.level}>${htmlOf(item.children)}</h${item.level}>`
    case 'list': {
      const tag = item.ordered ? 'ol' : 'ul'
      return `<${tag}>${item.items.map(({ children }) => `<li>${htmlOf(children)}</li>`).join('')}</${tag}>`
    }
    case 'table':
      return [item.head, ...item.rows].map((row) => `<p>${row.map(htmlOf).join(' · ')}</p>`).join('')
    case 'link':
      return `<a href="${escaped(item.href)}">${htmlOf(item.children)}</a>`
    case 'details':
      return `<p><strong>${htmlOf(item.summary)}</strong></p>${htmlOf(item.children)}`
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
      return tag ? `<${tag}>${htmlOf(item.children)}</${tag}>` : htmlOf(item.children)
    }
  }
}

/** Text in HTML and XML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
