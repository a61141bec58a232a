import type { RichNode, RichText } from '@docent/protocol'
import type { Image as ImageNode, ImageReference, LinkReference, PhrasingContent } from 'mdast'
import { refuseHtml } from './html.ts'
import { link } from './links.ts'
import { type Page, placeOf } from './page.ts'
import type { Place } from './problem.ts'
import { isVideo, readVideo } from './video.ts'

/** The words of a paragraph, heading or cell. Neighbouring texts are joined. */
export function inlines(nodes: readonly PhrasingContent[], page: Page): RichNode[] {
  const result: RichNode[] = []
  for (const node of nodes.flatMap((child) => inline(child, page))) {
    const last = result.at(-1)
    if (typeof node === 'string' && typeof last === 'string') result[result.length - 1] = last + node
    else if (node !== '') result.push(node)
  }
  return result
}

function inline(node: PhrasingContent, page: Page): readonly RichNode[] {
  switch (node.type) {
    case 'text':
      return [joinLines(node.value)]
    case 'strong':
    case 'emphasis':
      return [{ type: node.type, children: inlines(node.children, page) }]
    case 'delete':
      return [{ type: 'strike', children: inlines(node.children, page) }]
    case 'inlineCode':
      return [{ type: 'code', text: node.value }]
    case 'break':
      return [{ type: 'break' }]
    case 'link':
      return link(node.url, inlines(node.children, page), page, placeOf(node, page))
    case 'linkReference':
      return linkReference(node, page)
    case 'image':
      return image(node, node.url, node.title, page)
    case 'imageReference':
      return imageReference(node, page)
    case 'footnoteReference':
      return [`[${citationNumber(node.identifier, page)}]`]
    case 'html':
      refuseHtml(node, page)
      return []
  }
}

/** A line that was broken in the source goes on; between Chinese or Japanese characters nothing is put in. */
const joinLines = (text: string): string =>
  text
    .replace(
      /([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。，！？：；])\n(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu,
      '$1',
    )
    .replaceAll('\n', ' ')

function linkReference(node: LinkReference, page: Page): readonly RichNode[] {
  const definition = page.definitions.get(node.identifier)
  const children = inlines(node.children, page)
  return definition ? link(definition.url, children, page, placeOf(node, page)) : children
}

function imageReference(node: ImageReference, page: Page): readonly RichNode[] {
  const definition = page.definitions.get(node.identifier)
  return definition ? image(node, definition.url, definition.title, page) : []
}

function image(node: ImageNode | ImageReference, url: string, title: string | null | undefined, page: Page): RichText {
  const place = placeOf(node, page)
  const words = { alt: node.alt?.trim() ?? '', ...(title && { caption: title }) }
  const kind = isVideo(url) ? 'video' : 'image'
  const found = kind === 'video' ? video(url, words, page, place) : picture(url, words, page, place)
  if (words.alt === '') {
    const remedy = 'Say in the square brackets what it shows, for those who cannot see it'
    page.problems.warn(place, `This ${kind} has no text`, remedy)
  }
  return found
}

type Words = { readonly alt: string; readonly caption?: string }

function picture(url: string, words: Words, page: Page, place: Place): RichText {
  const found = page.media.image(url, page.path, place)
  return found ? [{ type: 'image', ...found, ...words }] : []
}

function video(url: string, words: Words, page: Page, place: Place): RichText {
  const found = readVideo(url, place, page)
  return found ? [{ type: 'video', ...found, ...words }] : []
}

/** Counts from 1 in the order of the text. */
function citationNumber(identifier: string, page: Page): number {
  if (!page.cited.includes(identifier)) page.cited.push(identifier)
  return page.cited.indexOf(identifier) + 1
}
