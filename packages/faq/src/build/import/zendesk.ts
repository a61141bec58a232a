import type { Problems } from '../problem.ts'
import { dayOf, type ImportedArticle, type ImportedCategory, type Importer, toName } from './imported.ts'
import { idOf, type JsonItem, readItems, readString } from './read-json.ts'

/**
 * Zendesk Guide: what `GET /api/v2/help_center/articles.json` answers, page after page, and beside it `sections.json`, whose
 * sections become the topics. Without sections every article is in one topic.
 */
export const importZendesk: Importer = (sources, problems) => {
  const sections = sources.flatMap((source) => readItems(source, 'sections', problems))
  const items = sources.flatMap((source) => readItems(source, 'articles', problems))
  const topics = new Map<string, ImportedCategory>()
  for (const { value } of sections) {
    const id = idOf(value.id)
    const title = typeof value.name === 'string' ? value.name : ''
    if (id && title) topics.set(id, { id: toName(title), title, ...describe(value.description) })
  }
  const articles = items.flatMap((item) => readArticle(item, topics, problems))
  const used = new Set(articles.map(({ category }) => category))
  const known = [...topics.values(), other].filter(({ id }) => used.has(id))
  return {
    articles,
    categories: [...new Map(known.map((category) => [category.id, category])).values()],
    articleAt: (url) => /\/hc\/(?:[\w-]+\/)?articles\/(\d+)/.exec(url)?.[1],
  }
}

const other: ImportedCategory = { id: 'general', title: 'General' }
const describe = (text: unknown) => (typeof text === 'string' && text.trim() ? { description: text.trim() } : {})

function readArticle(
  item: JsonItem,
  topics: ReadonlyMap<string, ImportedCategory>,
  problems: Problems,
): ImportedArticle[] {
  const { value, place } = item
  const title = readString(item, 'title', problems)
  const html = readString(item, 'body')
  const sourceId = idOf(value.id)
  if (title === undefined) return []
  if (html === undefined) {
    problems.warn(place, `“${title}” is empty and was left out`, 'Write it, or do without')
    return []
  }
  const segment = idOf(value.user_segment_id)
  const labels = Array.isArray(value.label_names) ? value.label_names.filter((label) => typeof label === 'string') : []
  return [
    {
      name: toName(title),
      ...(sourceId && { sourceId }),
      locale: localeOf(value.locale),
      title,
      category: topics.get(idOf(value.section_id) ?? '')?.id ?? other.id,
      ...(typeof value.position === 'number' && { order: value.position }),
      keywords: labels,
      ...dayOf(value.edited_at ?? value.updated_at),
      ...(segment && { audience: `segment-${segment}` }),
      isDraft: value.draft === true,
      body: { html },
    },
  ]
}

/** Zendesk writes `en-us` where everybody else writes `en-US`. */
const localeOf = (locale: unknown): string =>
  typeof locale === 'string' ? locale.replace(/-([a-z]{2})$/, (_, region: string) => `-${region.toUpperCase()}`) : 'en'
