import type { MessagePart } from '@docent/protocol'

/** Halves of characters, which do not arrive everywhere as the same. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '�')

const clip = (text: string, length: number): string => text.slice(0, length)

/** The text in every place of every part that a visitor may send. */
export const visitorParts = (text: string): readonly MessagePart[] => [
  { type: 'text', text, format: 'plain' },
  { type: 'text', text, format: 'markdown' },
  { type: 'article', articleId: clip(text, 100), title: clip(text, 400) },
  { type: 'custom', name: clip(text, 200), data: { [text]: text, html: text }, fallback: text },
]

/** The same for agents, who may send more. Addresses are what the server takes: others it refuses. */
export const agentParts = (text: string): readonly MessagePart[] => [
  ...visitorParts(text),
  { type: 'source', title: clip(text, 400), url: `https://safe.test/${encodeURIComponent(wellFormed(text))}` },
  { type: 'source', title: clip(text, 400), articleId: clip(text, 100) },
  {
    ...{ type: 'card', title: clip(text, 400), text },
    actions: [
      { label: clip(text, 400), value: text },
      { label: clip(text, 400), url: `https://safe.test/"onclick="${clip(text, 1000)}` },
    ],
  },
  { type: 'choices', options: [{ value: clip(text, 200), label: clip(text, 400) }], once: false },
  {
    type: 'form',
    fields: [
      { name: clip(text, 200), label: clip(text, 400), kind: 'text', required: true },
      {
        name: `${clip(text, 190)} 2`,
        label: clip(text, 400),
        kind: 'select',
        required: false,
        options: [clip(text, 200)],
      },
    ],
  },
]

/** With an address in every place for one, as only a backend that lies can say it. */
export const addressedParts = (address: string): readonly object[] => [
  { type: 'text', text: `[link](${address}) ${address}`, format: 'markdown' },
  { type: 'file', file: { id: 'f', url: address }, name: 'file', mime: 'text/plain', bytes: 1 },
  { type: 'file', file: { id: 'f', url: address }, name: 'picture', mime: 'image/png', bytes: 1 },
  { type: 'card', title: 'card', image: { id: 'f', url: address }, actions: [{ label: 'go', url: address }] },
  { type: 'source', title: 'source', url: address },
]
