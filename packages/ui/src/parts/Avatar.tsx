/** Initials on a colour that belongs to the name, or a picture. Decorative: the name stands beside it. */
export const Avatar = ({ name, url, size = '' }: { name: string; url?: string | undefined; size?: '' | 's' | 'l' }) =>
  url ? (
    <img class={`avatar ${size}`} src={url} alt="" />
  ) : (
    <span class={`avatar ${size}`} style={{ '--hue': hueOf(name) }} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )

const hueOf = (name: string): number =>
  [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7)

export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase()
}
