import { DocentError } from '@docent/core'
import type { FaqOptions } from './options.ts'

type Loose = Record<string, unknown>

function fail(problem: string, remedy: string): never {
  throw new DocentError('option-invalid', problem, remedy)
}
const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Checks what a host passed to `faq()`, once, at `createDocent()`.
 * @throws DocentError `option-invalid` or `option-unknown`, with the path of the offending field and how to mend it
 */
export function checkFaqOptions(options: FaqOptions = {}): void {
  if (!isRecord(options)) fail('What `faq()` was given is not an object', "Write faq({ content: '/help' }) or faq()")
  const { content, articles, onPage, offlinePictures, ...rest } = options as Loose
  const [unknown] = Object.keys(rest)
  if (unknown)
    throw new DocentError(
      'option-unknown',
      `faq() has no option \`${unknown}\``,
      'Options are content, articles, offlinePictures and onPage',
    )
  for (const [name, value] of Object.entries({ onPage, offlinePictures }))
    if (value !== undefined && typeof value !== 'boolean')
      fail(`\`${name}\` is ${JSON.stringify(value)}`, 'Write true or false')
  if (content !== undefined && (typeof content !== 'string' || !isAddress(content)))
    fail(`\`content\` is ${JSON.stringify(content)}`, "Give the address of the folder, for example '/help'")
  if (articles === undefined) return
  if (!Array.isArray(articles)) fail('`articles` is not a list', 'Write articles: [{ id, title, body }]')
  const seen = new Set<unknown>()
  ;(articles as unknown[]).forEach((article, index) => {
    const at = `articles[${index}]`
    if (!isRecord(article)) fail(`\`${at}\` is not an object`, 'Write { id, title, body }')
    checkArticle(article, at)
    if (seen.has(article.id)) fail(`\`${at}.id\` is "${article.id}" again`, 'Give each article its own id')
    seen.add(article.id)
  })
}

function checkArticle({ id, title, category, body }: Loose, at: string): void {
  if (typeof id !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id))
    fail(`\`${at}.id\` is ${JSON.stringify(id)}`, 'Use letters, digits, dots, dashes and underscores')
  if (typeof title !== 'string' || !title.trim()) fail(`\`${at}.title\` is not a text`, 'Write the question it answers')
  if (category !== undefined && (typeof category !== 'string' || !category.trim()))
    fail(`\`${at}.category\` is not a text`, 'Write the heading it is listed under, or leave it out')
  if (body === '' || (typeof body !== 'string' && !Array.isArray(body)))
    fail(`\`${at}.body\` is not a text`, 'Write plain text, or rich text as a list of nodes')
}

function isAddress(content: string): boolean {
  try {
    return content !== '' && /^https?:$/.test(new URL(content, 'https://page').protocol)
  } catch {
    return false
  }
}
