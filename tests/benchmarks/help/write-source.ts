import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Article } from '../../search/engines.ts'

/** The first `count` English articles of the sets `corpus-1000` and `corpus-10000-extra` of a folder. */
export async function readArticles(setsDir: string, count: number): Promise<readonly Article[]> {
  const read = async (name: string): Promise<Article[]> =>
    JSON.parse(await readFile(join(setsDir, `${name}.json`), 'utf8'))
  const articles = await read('corpus-1000')
  if (count > articles.length) articles.push(...(await read('corpus-10000-extra')))
  return articles.slice(0, count)
}

/** Articles of a set as an author would have them: a Markdown file each, and `categories.yml`. Their pictures are not in the set. */
export async function writeSource(articles: readonly Article[], sourceDir: string): Promise<void> {
  await mkdir(sourceDir, { recursive: true })
  const categories = [...new Set(articles.map(({ category }) => category))]
  const idOf = (category = ''): string => `c${categories.indexOf(category)}`
  const list = categories.map(
    (category) => `- id: ${idOf(category)}\n  title: ${JSON.stringify(category || 'Other')}\n`,
  )
  await writeFile(join(sourceDir, 'categories.yml'), list.join(''))
  for (const { id, title, category, body } of articles) {
    const matter = `---\ntitle: ${JSON.stringify(title)}\ncategory: ${idOf(category)}\n---\n\n`
    await writeFile(join(sourceDir, `${id}.md`), `${matter}${compilable(body ?? '') || title}\n`)
  }
}

/** Without what an author would be told to mend: HTML, pictures and links to pages that are not here, broken addresses. */
const compilable = (body: string): string =>
  body
    .replace(/\]\((?!https?:)[^)]*\)/g, ']')
    .replace(/!\[/g, '[')
    .replace(/<(?=[a-zA-Z!/?])/g, '‹')
    .replace(/https?:\/\/[^\s)]*["‹][^\s)]*/g, 'https://docent.example')
    .trim()
