/** Text as it is compared: without case, accents and width. `Ä` and `a` are equal, and so are `が` and `か`, `ة` and `ه`. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]+/gu, '')
    .normalize()
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')

/** Letters of scripts in which words are not separated by spaces, or carry their particles with them. */
const unspaced =
  '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{sc=Hangul}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'
const startsUnspaced = new RegExp(`^[${unspaced}]`, 'u')
const runs = new RegExp(`[[\\p{L}\\p{N}]--[${unspaced}]]+|[[\\p{L}\\p{N}]&&[${unspaced}]]+`, 'gv')

/** Begins with Chinese, Japanese, Korean, Thai, Lao, Khmer or Burmese. */
export const isUnspaced = (text: string): boolean => startsUnspaced.test(text)

/** Words of a folded text, and unspaced runs as they are. The ends of contractions and possessives say nothing. */
export const wordsOf = (folded: string): readonly string[] =>
  folded.replace(/['’](?:s|t|d|m|re|ve|ll)(?!\p{L})/gu, '').match(runs) ?? []
