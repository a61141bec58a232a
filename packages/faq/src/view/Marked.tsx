import type { MarkedText } from '../search/search-engine.ts'

/** A text with what matched in it marked. */
export function Marked({ text: { text, ranges } }: { readonly text: MarkedText }) {
  const ends = [0, ...ranges.map(([, to]) => to)]
  return (
    <>
      {ranges.map(([from, to], index) => (
        <>
          {text.slice(ends[index], from)}
          <mark>{text.slice(from, to)}</mark>
        </>
      ))}
      {text.slice(ends.at(-1))}
    </>
  )
}
