import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { stringify } from 'yaml'
import type { Problems } from '../problem.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import type { ImportedArticle, ImportedHelp } from './imported.ts'

/** Where each article goes: `en/billing/change-plan.md`; without the locale where there is only one. */
function placeAll({ articles }: ImportedHelp): Map<ImportedArticle, string> {
  const isOne = new Set(articles.map(({ locale }) => locale)).size < 2
  const taken = new Set<string>()
  const paths = new Map<ImportedArticle, string>()
  for (const article of articles) {
    const folder = isOne ? '' : `${article.locale}/`
    let name = article.name
    for (let count = 2; taken.has(`${folder}${name}`); count++) name = `${article.name}-${count}`
    taken.add(`${folder}${name}`)
    // Drafts are left out by a build until they are renamed.
    paths.set(article, `${folder}${article.category}/${article.isDraft ? '_' : ''}${name}.md`)
  }
  return paths
}

/** Writes imported articles as Markdown with front matter, and their topics. Files that are there already are kept and told. */
export async function writeHelp(help: ImportedHelp, outDir: string, problems: Problems): Promise<number> {
  const paths = placeAll(help)
  const byId = new Map([...paths].map(([article, path]) => [`${article.locale} ${article.sourceId}`, path]))
  let written = 0
  const write = async (path: string, text: string): Promise<void> => {
    const file = join(outDir, path)
    if (existsSync(file)) {
      problems.warn({ file }, 'This file is there already and was kept', 'Remove it and import again to replace it')
      return
    }
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    written++
  }
  await write('categories.yml', stringify(help.categories))
  for (const [article, path] of paths) {
    const rewrite = (url: string): string => {
      const from = article.sourceId ?? ''
      const relative = !/^([a-z]+:|\/)/i.test(url) && from.includes('/') ? posix.join(posix.dirname(from), url) : url
      const target =
        byId.get(`${article.locale} ${help.articleAt(url)}`) ??
        byId.get(`${article.locale} ${help.articleAt(relative)}`)
      if (!target) return url.startsWith('//') ? `https:${url}` : url
      const [fragment = ''] = /#.*$/.exec(url) ?? []
      return posix.relative(posix.dirname(path), target).replace(/^(?!\.)/, './') + fragment
    }
    const { body } = article
    const markdown = 'html' in body ? htmlToMarkdown(body.html, rewrite).markdown : relink(body.markdown, rewrite)
    await write(path, `---\n${matterOf(article)}---\n\n${markdown}`)
  }
  return written
}

/** Inline links only: the rest of the author's Markdown stays as it was written. */
const relink = (markdown: string, rewrite: (url: string) => string): string =>
  markdown.replace(/(\]\()([^)\s]+)/g, (_, before: string, url: string) => before + rewrite(url))

function matterOf({ title, category, order, keywords = [], audience, updated }: ImportedArticle): string {
  return stringify({
    title,
    category,
    ...(order !== undefined && { order }),
    ...(keywords.length > 0 && { keywords }),
    ...(audience !== undefined && { audience }),
    ...(updated !== undefined && { updated }),
  })
}
