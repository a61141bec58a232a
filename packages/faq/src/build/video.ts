import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import type { RichNode } from '@docent/protocol'
import { decodePath } from './media.ts'
import type { Page } from './page.ts'
import type { Place } from './problem.ts'

export type Video = Omit<Extract<RichNode, { type: 'video' }>, 'type' | 'alt' | 'caption'>

export const isVideo = (url: string): boolean => /\.(mp4|webm|m4v|mov|avi|mkv|ogv)$/i.test(decodePath(url))

/** Local and small enough to be watched on the way. */
const largeBytes = 25_000_000

/**
 * A video beside the article, with what stands beside it under the same name: `send.jpg` is shown until it is played,
 * `send.vtt` and `send.lv.vtt` are what is said in it.
 */
export function readVideo(
  url: string,
  place: Place,
  { path: articlePath, locale, media, problems, sourceDir }: Page,
): Video | undefined {
  if (/^https?:/i.test(url)) return { src: url }
  const path = join(sourceDir, dirname(articlePath), decodePath(url))
  const shown = relative(sourceDir, path)
  if (!/\.(mp4|webm)$/i.test(path)) {
    problems.error(place, `“${shown}” is not a video that every browser plays`, 'Convert it to MP4 (H.264) or WebM')
    return undefined
  }
  if (!existsSync(path)) {
    problems.error(place, `There is no video “${shown}”`, 'Write the path from this article to the file')
    return undefined
  }
  const { name, bytes } = media.add(path)
  if (bytes > largeBytes) {
    const remedy = 'Make it shorter or smaller: many visitors will not wait for it'
    problems.warn(place, `“${shown}” has ${Math.round(bytes / 1_000_000)} MB`, remedy)
  }
  const stem = basename(path, extname(path))
  const siblings = readdirSync(dirname(path)).sort()
  const beside = (file: string): string => media.add(join(dirname(path), file)).name
  const poster = siblings.find((file) => [`${stem}.jpg`, `${stem}.png`, `${stem}.webp`].includes(file))
  const tracks = siblings.flatMap((file) => {
    if (!file.startsWith(`${stem}.`) || !file.endsWith('.vtt')) return []
    return { src: beside(file), locale: file.slice(stem.length + 1, -4).replace(/\.$/, '') || locale }
  })
  return { src: name, ...(poster && { poster: beside(poster) }), ...(tracks.length > 0 && { tracks }) }
}
