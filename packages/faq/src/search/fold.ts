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

/** The words of a text, folded. Where there are no spaces the browser's dictionary finds them, if it has one. */
export function tokenize(text: string, locale: string): string[] {
  return (fold(text).match(words) ?? []).flatMap((word) => (isUnspaced(word) ? segment(word, locale) : word))
}

const segment = (run: string, locale: string): string[] =>
  Intl.Segmenter
    ? [...new Intl.Segmenter(locale, { granularity: 'word' }).segment(run)].map((part) => part.segment)
    : [run]
