import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import { readArticle, type SourceArticle, type Surroundings } from './article.ts'
import { hashOf } from './hash.ts'
import type { Image, Media } from './media.ts'
import { createProblems, type HelpProblem } from './problem.ts'
import type { SourceFile } from './source-tree.ts'

/** What reading an article gave, and what it asked of the pictures beside it. */
interface Reading {
  readonly article: SourceArticle | undefined
  readonly problems: readonly HelpProblem[]
  readonly pictures: readonly { readonly call: Parameters<Media['image']>; readonly found: Image | undefined }[]
}

/** What was made in an earlier build, of what has not changed, is given again. */
export interface Readings {
  article(source: SourceFile, around: Surroundings): SourceArticle | undefined
  /** A text that is made of nothing but `from`. */
  text(from: string, make: () => string): string
  /** For the next build. A cache that cannot be written is none, and nobody is told. */
  save(): Promise<void>
}

/** @param cacheDir Without one everything is read anew. */
export async function openReadings(sourceDir: string, cacheDir: string | undefined): Promise<Readings> {
  const file = cacheDir && join(cacheDir, `${hashOf(resolve(sourceDir))}.readings`)
  const kept = (file && (await load(file))) || nothing()
  const used = nothing()
  const isUnchanged = (): boolean =>
    [used.articles.size, used.texts.size].join() === [kept.articles.size, kept.texts.size].join() &&
    [...used.articles.keys(), ...used.texts.keys()].every((key) => kept.articles.has(key) || kept.texts.has(key))
  return {
    article(source, around) {
      const key = keyOf(source, around)
      const known = kept.articles.get(key)
      const isFresh = known?.pictures.every(({ call, found }) => isSame(around.media.image(...call), found))
      const { reading, mayStay } = known && isFresh ? { reading: known, mayStay: true } : read(source, around)
      if (mayStay) used.articles.set(key, reading)
      for (const { severity, message, remedy, ...place } of reading.problems)
        around.problems[severity === 'error' ? 'error' : 'warn'](place, message, remedy)
      return reading.article
    },
    text(from, make) {
      const key = hashed(from)
      const text = kept.texts.get(key) ?? make()
      used.texts.set(key, text)
      return text
    },
    async save() {
      if (file && !isUnchanged()) await store(file, used).catch(() => {})
    },
  }
}

function read(source: SourceFile, around: Surroundings) {
  const problems = createProblems()
  const pictures: { call: Parameters<Media['image']>; found: Image | undefined }[] = []
  let hasVideo = false
  const media: Media = {
    ...around.media,
    add(path) {
      hasVideo = true
      return around.media.add(path)
    },
    image(...call) {
      const found = around.media.image(...call)
      pictures.push({ call, found })
      return found
    },
  }
  const article = readArticle(source, { ...around, media, problems })
  // What lies beside a video is looked up each time, and so is whatever was missing.
  const mayStay = !hasVideo && !problems.list.some(({ severity }) => severity === 'error')
  return { reading: { article, problems: problems.list, pictures }, mayStay }
}

const isSame = (a: Image | undefined, b: Image | undefined): boolean => JSON.stringify(a) === JSON.stringify(b)

/** All that a reading depends on but for pictures. */
const keyOf = ({ file, path, text }: SourceFile, { locale }: Surroundings): string =>
  hashed(JSON.stringify([file, path, locale, text]))
const hashed = (text: string): string => createHash('sha256').update(text).digest('base64')

interface Kept {
  readonly articles: Map<string, Reading>
  readonly texts: Map<string, string>
}
const nothing = (): Kept => ({ articles: new Map(), texts: new Map() })

async function load(file: string): Promise<Kept | undefined> {
  try {
    return deserialize(await readFile(file)) as Kept
  } catch {
    return undefined
  }
}

async function store(file: string, readings: Kept): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true })
  const aside = `${file}.${process.pid}`
  await writeFile(aside, serialize(readings))
  await rename(aside, file)
}
