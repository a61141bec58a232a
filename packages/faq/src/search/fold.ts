/** Text as it is compared: without case, accents and width. `Ä` and `a` are equal, and so are `が` and `か`. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

const words = /[\p{L}\p{N}_]+/gu
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u

/** Written without spaces between words: Chinese, Japanese, Thai. */
export const isUnspaced = (text: string): boolean => unspaced.test(text)

/** The words of a folded text. Where there are no spaces the browser's dictionary finds them, else pairs of characters do. */
export function tokenize(text: string, locale: string): string[] {
  return (fold(text).match(words) ?? []).flatMap((word) => (isUnspaced(word) ? segment(word, locale) : word))
}

function segment(run: string, locale: string): string[] {
  if (Intl.Segmenter)
    return [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(run)].map((part) => part.segment)
  const characters = [...run]
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, index) => characters[index] + character)
}
