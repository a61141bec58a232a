/** An element of an XMPP stanza. Prefixes are kept as they are: `stream:features`. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** The first child with that name, and with that `xmlns` of its own where one is given. */
export const childOf = (parent: XmlElement | undefined, name: string, xmlns?: string): XmlElement | undefined =>
  parent?.children.find((child) => child.name === name && (xmlns === undefined || child.attributes.xmlns === xmlns))

const entities: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&apos;',
}
/** XML 1.0 has no way to say the others, not even escaped. */
const isSayable = (code: number): boolean =>
  [9, 10, 13].includes(code) || (code >= 32 && code < 0xd800) || (code > 0xdfff && code < 0xfffe) || code > 0xffff

/** Text as markup. */
export const xmlText = (text: string): string =>
  Array.from(text, (character) =>
    isSayable(character.codePointAt(0) ?? 0) ? (entities[character] ?? character) : '\uFFFD',
  ).join('')

/** An element as text. Attributes that are `undefined` are left out; `content` is markup, see {@link xmlText}. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...content: readonly (string | undefined)[]
): string {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const head = [name, ...given.map(([key, value]) => `${key}='${xmlText(value)}'`)].join(' ')
  const inner = content.join('')
  return inner === '' ? `<${head}/>` : `<${head}>${inner}</${name}>`
}
