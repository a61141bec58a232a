import { checkLinks } from './link-check.ts'
import { type LocaleContent, readLocale } from './locale.ts'
import { createMedia, type Media } from './media.ts'
import type { Problems } from './problem.ts'
import { openReadings, type Readings } from './readings.ts'
import { readSource, type SourceOptions } from './source-tree.ts'

/** The whole source, read and checked, with nothing written yet. */
export interface HelpSource {
  readonly contents: readonly LocaleContent[]
  readonly media: Media
  readonly readings: Readings
  /** Articles, over all locales. */
  readonly total: number
}

export async function readHelp(
  options: SourceOptions,
  problems: Problems,
  onProgress?: (done: number, total: number) => void,
): Promise<HelpSource> {
  const sources = await readSource(options, problems)
  const total = sources.reduce((sum, source) => sum + source.articles.length, 0)
  let done = 0
  const onArticle = (): void => onProgress?.(++done, total)
  const { sourceDir, cacheDir } = options
  const readings = await openReadings(sourceDir, cacheDir)
  const media = createMedia(sourceDir, problems)
  const contents = sources.map((source) => readLocale(source, { sourceDir, media, readings, problems, onArticle }))
  for (const content of contents) checkLinks(content, contents, problems)
  return { contents, media, readings, total }
}
