import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ru } from '../../packages/widget/src/locales/ru.ts'
import { zh } from '../../packages/widget/src/locales/zh.ts'

type Text = string | Readonly<Record<string, string>>
const packagesDir = join(import.meta.dirname, '../../packages')
const features = ['ui', 'chat', 'faq', 'checklist', 'guide', 'news']

const sources = features.flatMap((name) =>
  readdirSync(join(packagesDir, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|developer/.test(file))
    .map((file) => join(packagesDir, name, 'src', file)),
)
const isObject = (value: unknown): value is Record<string, Text> => typeof value === 'object' && value !== null

/** Every text that a visitor may be shown: by its words, or by its key where it has plural forms. */
async function allTexts(): Promise<ReadonlyMap<string, Text>> {
  const texts = new Map<string, Text>()
  const add = (messages: Record<string, Text>): void => {
    for (const [key, text] of Object.entries(messages)) texts.set(typeof text === 'string' ? text : key, text)
  }
  for (const file of sources.filter((path) => /(essages|\/labels?|reply-time)\.ts$/.test(path)))
    for (const [name, value] of Object.entries((await import(file)) as object))
      if (/messages|label/i.test(name) && isObject(value)) add(value)
  // Those that stand where they are used: of what is on every page view, or alone in its chunk.
  for (const file of sources)
    for (const [, body = ''] of readFileSync(file, 'utf8').matchAll(
      /(?:translator\(|^const messages = )\{(?! \.\.\.)([^}]*\n?[^()]*?)\}(?:\)| as const)/gm,
    ))
      for (const [, key = '', text = ''] of body.matchAll(/'?([\w.-]+)'?: '((?:[^'\\]|\\.)*)'/g))
        texts.set(text || key, text)
  return texts
}

const placeholders = (text: string): string => [...text.matchAll(/\{\w+\}/g)].map(String).sort().join()

describe.each([
  ['ru', ru],
  ['zh', zh],
] as const)('the words in %s', (locale, words) => {
  it('are all that there are, and no more', async () => {
    const texts = await allTexts()
    expect(texts.size).toBeGreaterThan(200)
    for (const known of ['Help', 'News', 'Help for this page', 'Usually within {duration}', 'Open help', 'Search help'])
      expect(texts.has(known)).toBe(true)
    expect([...texts.keys()].filter((key) => !(key in words))).toEqual([])
    expect(Object.keys(words).filter((key) => !texts.has(key))).toEqual([])
  })

  it('have the same places for values, and the plural forms of the language', async () => {
    const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
    for (const [key, text] of await allTexts()) {
      const own = words[key]
      if (typeof text === 'string') expect([key, placeholders(String(own))]).toEqual([key, placeholders(text)])
      else {
        expect([key, Object.keys(own ?? {}).sort()]).toEqual([key, [...pluralCategories].sort()])
        for (const form of Object.values(own ?? {}))
          expect([key, placeholders(form)]).toEqual([key, placeholders(text.other ?? '')])
      }
    }
  })
})
