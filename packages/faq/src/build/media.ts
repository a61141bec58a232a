import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { hashOf } from './hash.ts'
import { type ImageSize, readImageSize } from './image-size.ts'
import type { Place, Problems } from './problem.ts'

export interface Image extends Partial<ImageSize> {
  /** Name in the output folder, or an address. */
  readonly src: string
}

/** The local pictures and videos of all articles, each copied once under a name with the hash of its content. */
export interface Media {
  /** Output name → bytes. */
  readonly files: ReadonlyMap<string, Buffer>
  /** Takes a file as it is. */
  add(path: string): { readonly name: string; readonly bytes: number }
  /** `undefined` when it cannot be shown; why is in `problems`. */
  image(url: string, articlePath: string, place: Place): Image | undefined
}

export function createMedia(sourceDir: string, problems: Problems): Media {
  const files = new Map<string, Buffer>()
  const names = new Map<string, string>()
  const known = new Map<string, Image>()

  function keep(path: string, bytes: Buffer): string {
    const name = `${cleanName(path)}.${hashOf(bytes)}${extname(path).toLowerCase()}`
    files.set(name, bytes)
    names.set(path, name)
    return name
  }

  function read(path: string, place: Place): Image | undefined {
    const found = known.get(path)
    if (found) return found
    const bytes = readFileSync(path)
    const size = readImageSize(bytes)
    const shown = relative(sourceDir, path)
    if (size === 'unreadable') {
      const remedy = 'Use a PNG, JPEG, GIF, WebP or SVG file'
      problems.error(place, `“${shown}” is not an image that every browser shows`, remedy)
      return undefined
    }
    if (size === 'unsized')
      problems.warn(place, `“${shown}” does not say how large it is, so the text will jump`, 'Give the SVG a viewBox')
    const image = { src: keep(path, bytes), ...(size !== 'unsized' && atDensity(size, path)) }
    known.set(path, image)
    return image
  }

  return {
    files,
    add(path) {
      const name = names.get(path) ?? keep(path, readFileSync(path))
      return { name, bytes: files.get(name)?.length ?? 0 }
    },
    image(url, articlePath, place) {
      if (/^https?:/i.test(url)) {
        const remedy = 'Save the picture beside the article to have it offline and without a jump'
        problems.warn(place, 'This picture is on another server', remedy)
        return { src: url }
      }
      if (/^([a-z][\w+.-]*:|\/)/i.test(url)) {
        const remedy = 'Write the path from this article to the file, for example images/invoice.png'
        problems.error(place, `“${url}” cannot be used as an image`, remedy)
        return undefined
      }
      const path = join(sourceDir, dirname(articlePath), decodePath(url))
      if (existsSync(path) && statSync(path).isFile()) return read(path, place)
      const remedy = 'Write the path from this article to the file, and mind capital letters'
      problems.error(place, `There is no image “${relative(sourceDir, path)}”`, remedy)
      return undefined
    },
  }
}

/** `plan@2x.png` is drawn for dense screens: it is shown at half its size. */
function atDensity(size: ImageSize, path: string): ImageSize {
  const density = Number(/@([23])x\.\w+$/.exec(path)?.[1] ?? 1)
  return { widthPx: Math.round(size.widthPx / density), heightPx: Math.round(size.heightPx / density) }
}

const cleanName = (path: string): string =>
  basename(path, extname(path))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'image'

/** `%20` as a space; a path that is not encoded stays as it is. */
export function decodePath(path: string): string {
  const clean = path.replace(/[?#].*$/, '')
  try {
    return decodeURIComponent(clean)
  } catch {
    return clean
  }
}
