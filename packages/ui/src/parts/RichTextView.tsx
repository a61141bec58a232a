import { type RichNode, type RichText, safeHref } from '@docent/protocol'
import type { ComponentChildren } from 'preact'
import { Icon } from './Icon.tsx'
import { iconAlert, iconInfo } from './icons.ts'

interface RichTextProps {
  readonly text: RichText
  /** Where relative images are. */
  readonly base?: string
  /** How to draw what only some places have, or to draw it otherwise. */
  readonly drawers?: Partial<RichTextDrawers>
  /** A link that opens in the widget was followed. */
  onOpen(feature: string, route: string): void
}

/** Text as data drawn as vnodes: no HTML at any point. Unknown nodes draw their children. */
export const RichTextView = (props: RichTextProps) => <>{drawAll(props.text, props)}</>

/** Draws a part of a text with the same properties as the whole. */
export const drawAll = (text: RichText, props: RichTextProps): ComponentChildren =>
  text.map((node) => draw(node, props))

type Draw<T> = (node: Extract<RichNode, { type: T }>, props: RichTextProps) => ComponentChildren
type NodeType = Exclude<RichNode, string>['type']
export type RichTextDrawers = { readonly [T in NodeType]: Draw<T> }
type Drawers = Omit<RichTextDrawers, 'video' | 'details'>

const inside = (node: { readonly children: RichText }, props: RichTextProps): ComponentChildren =>
  drawAll(node.children, props)

const drawers: Drawers = {
  strong: (node, props) => <strong>{inside(node, props)}</strong>,
  emphasis: (node, props) => <em>{inside(node, props)}</em>,
  strike: (node, props) => <s>{inside(node, props)}</s>,
  quote: (node, props) => <blockquote>{inside(node, props)}</blockquote>,
  paragraph: (node, props) => <p>{inside(node, props)}</p>,
  heading: (node, props) => {
    const Tag = `h${node.level > 1 && node.level < 7 ? node.level : 2}` as 'h2'
    return (
      <Tag id={node.id} tabIndex={-1}>
        {inside(node, props)}
      </Tag>
    )
  },
  code: (node) => <code>{node.text}</code>,
  'code-block': (node) => (
    <pre tabIndex={0}>
      <code>{node.text}</code>
    </pre>
  ),
  list: (node, props) => {
    const items = node.items.map((item, index) => (
      <li key={index}>
        {item.checked !== undefined && (item.checked ? '☑ ' : '☐ ')}
        {drawAll(item.children, props)}
      </li>
    ))
    return node.ordered ? (
      <ol class="steps" start={node.start}>
        {items}
      </ol>
    ) : (
      <ul class="bullets">{items}</ul>
    )
  },
  table: (node, props) => drawTable(node, props),
  image: (node, props) => drawImage(node, props),
  link: (node, props) => {
    const href = safeHref(node.href)
    if (!href) return inside(node, props)
    return (
      <a href={href} target="_blank" rel="noopener noreferrer">
        {inside(node, props)}
      </a>
    )
  },
  open: (node, props) => (
    <a
      href={`#docent/${node.feature}/${node.route}`}
      onClick={(event) => {
        event.preventDefault()
        props.onOpen(node.feature, node.route)
      }}
    >
      {inside(node, props)}
    </a>
  ),
  callout: (node, props) => (
    <div class={`callout ${node.tone}`} role="note">
      <Icon path={node.tone === 'warning' ? iconAlert : iconInfo} />
      <div class="stack tight">{inside(node, props)}</div>
    </div>
  ),
  break: () => <br />,
  rule: () => <hr />,
}

function draw(node: RichNode, props: RichTextProps): ComponentChildren {
  if (typeof node === 'string') return node
  // One that is none, or that is called `constructor`, does not take the rest with it.
  try {
    const known: Partial<RichTextDrawers> = { ...drawers, ...props.drawers }
    if (Object.hasOwn(known, node.type)) return (known[node.type] as Draw<NodeType>)(node as never, props)
    return 'children' in node ? drawAll((node as { children: RichText }).children, props) : null
  } catch {
    return null
  }
}

const drawTable: Draw<'table'> = (node, props) => {
  const align = (column: number) => ({ textAlign: node.align[column] ?? 'start' })
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={node.head.map(textOf).join(', ')}>
      <table>
        <thead>
          <tr>
            {node.head.map((cell, column) => (
              <th key={column} scope="col" style={align(column)}>
                {drawAll(cell, props)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {node.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column} style={align(column)}>
                  {drawAll(cell, props)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const drawImage: Draw<'image'> = (node, props) => {
  const src = absoluteSrc(node.src, props.base)
  return src ? (
    <figure>
      <img src={src} alt={node.alt} width={node.widthPx} height={node.heightPx} loading="lazy" />
      {node.caption && <figcaption>{node.caption}</figcaption>}
    </figure>
  ) : null
}

const playable = /^(https?:|data:image\/)/

/** The address of a picture or video; empty when it is none. */
export function absoluteSrc(src: string, base?: string): string {
  try {
    const { href } = new URL(src, base ? new URL(base, location.href) : location.href)
    return playable.test(href) ? href : ''
  } catch {
    return ''
  }
}

/** The words of a rich text, without their dress. */
export const textOf = (text: RichText): string =>
  text
    .map((node) => {
      if (typeof node === 'string') return node
      if ('children' in node) return textOf(node.children)
      if ('items' in node) return node.items.map(({ children }) => textOf(children)).join(' ')
      return 'text' in node ? node.text : ''
    })
    .join('')
