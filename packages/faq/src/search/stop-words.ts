import { fold } from './fold.ts'

/** Words of questions that no article is about, by language. */
const lists: Readonly<Record<string, string>> = {
  en: 'a about am an and any are as at be been but by can cannot could did do does doing dont for from get got had has have how i if im in into is it its ive just me my not of on or our please should so some than that the their them then there these they this to too up us was we were what when where which who why will with wont would you your',
  de: 'als am an auf aus bei bin das dass dem den der des die ein eine einen einer es fur habe hat ich im in ist kann man mein meine mich mir mit muss nicht oder sich sie sind um und von warum was wenn wer wie wir wo zu zum zur',
  es: 'a al con como cual cuando de del donde el en es la las lo los me mi mis no o para por porque puedo que se si sin su tengo un una y yo',
  fr: 'a au aux avec ce comment dans de des du elle en est et il je la le les ma mes mon ne ou par pas pour pourquoi puis quand que quel quelle qui sa se son sur un une',
  ru: 'без бы в во где для до его если есть и из или к как какие какой когда кто ли мне могу мой мы на не но о об он от по почему при с со такое то у что это я',
  lv: 'ar ja ka kad kam kas ko kur kura ir es man mans mana ne no par pie un uz vai var varu',
}

/** The query without words that say nothing; all of it when nothing else is there. */
export function withoutStopWords(query: readonly string[], locale: string): readonly string[] {
  const list = lists[locale.slice(0, 2)]
  if (!list) return query
  const stops = new Set(fold(list).split(' '))
  const rest = query.filter((word) => !stops.has(word))
  return rest.length > 0 ? rest : query
}
