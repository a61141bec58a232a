/** Words of English questions that no article is about. Other languages have gained too little from a list to pay for one. */
const stopWords =
  'a about am an and are as at be but by can cannot could did do does doing dont for from get got had has have how i if im in into is it its ive just me my not of on or our please should so than that the their them then there these they this to too us was we were what when where which who why will with wont would you your'

/** The query without words that say nothing; all of it when nothing else is there. */
export function withoutStopWords(query: readonly string[], locale: string): readonly string[] {
  const rest = locale.startsWith('en') ? query.filter((word) => !` ${stopWords} `.includes(` ${word} `)) : []
  return rest.length > 0 ? rest : query
}
