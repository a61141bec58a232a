import { dayOf, type ImportedArticle, type ImportedCategory, type Importer, toName } from './imported.ts'
import { idOf, type JsonItem, type Loose, readItems } from './read-json.ts'

/**
 * Intercom Articles: what `GET /articles` answers (`data`), page after page, and beside it `GET /help_center/collections`
 * (`data` as well), whose collections become the topics. Translations come along from `translated_content`.
 */
export const importIntercom: Importer = (sources, problems) => {
  const items = sources.flatMap((source) => readItems(source, 'data', problems))
  const topics = new Map<string, ImportedCategory>()
  for (const { value } of items) {
    const id = idOf(value.id)
    if (!id || value.type === 'article' || typeof value.name !== 'string') continue
    const description = typeof value.description === 'string' && value.description ? value.description : undefined
    topics.set(id, { id: toName(value.name), title: value.name, ...(description && { description }) })
  }
  const articles = items.flatMap((item): ImportedArticle[] => {
    if (item.value.type !== 'article') return []
    const { default_locale: main, translated_content: translated } = item.value
    const locale = typeof main === 'string' ? main : 'en'
    const found = [readOne(item, item.value, locale, topics)]
    for (const [tag, content] of Object.entries((translated as Loose | null) ?? {}))
      if (tag !== locale && tag !== 'type' && typeof content === 'object' && content)
        found.push(readOne(item, content as Loose, tag, topics))
    const written = found.flatMap((one) => one ?? [])
    if (written.length === 0)
      problems.error(item.place, 'The article has neither “title” nor “body”', 'Export it again with all its fields')
    return written
  })
  const used = new Set(articles.map(({ category }) => category))
  return {
    articles,
    categories: [...topics.values(), other].filter(({ id }) => used.has(id)),
    articleAt: (url) => /\/articles\/(\d+)/.exec(url)?.[1],
  }
}

const other: ImportedCategory = { id: 'general', title: 'General' }

function readOne(
  { value }: JsonItem,
  content: Loose,
  locale: string,
  topics: ReadonlyMap<string, ImportedCategory>,
): ImportedArticle | undefined {
  const { title, body } = content
  if (typeof title !== 'string' || !title || typeof body !== 'string' || !body) return undefined
  const sourceId = idOf(value.id)
  const mainTitle = typeof value.title === 'string' && value.title ? value.title : title
  const parent = idOf(value.parent_id) ?? idOf(Array.isArray(value.parent_ids) ? value.parent_ids.at(-1) : undefined)
  return {
    // One file name in every language: that is how translations find one another.
    name: toName(mainTitle),
    ...(sourceId && { sourceId }),
    locale,
    title,
    category: topics.get(parent ?? '')?.id ?? other.id,
    ...dayOf(content.updated_at ?? value.updated_at),
    isDraft: (content.state ?? value.state) === 'draft',
    body: { html: body },
  }
}
