import type { SourceArticle } from './article.ts'
import { htmlOf } from './html-of.ts'

/** The articles as schema.org's `FAQPage`, ready to be put into a page of the team's public site. */
export function jsonLdOf(articles: readonly SourceArticle[]): string {
  const page = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: articles.map(({ title, body }) => ({
      '@type': 'Question',
      name: title,
      acceptedAnswer: { '@type': 'Answer', text: htmlOf(body) },
    })),
  }
  // What ends a script must not stand in one.
  return `<script type="application/ld+json">${JSON.stringify(page).replaceAll('<', '\\u003c')}</script>\n`
}
