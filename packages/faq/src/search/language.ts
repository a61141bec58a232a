import { englishStopWords } from './english-stop-words.ts'

/** Words of questions that no article is about, folded. */
const stopWords: Readonly<Record<string, string>> = {
  en: englishStopWords,
  de: 'aber als am auf aus bei bitte da das dass dem den der des die ein eine einem einen einer es fur habe haben ich ihr im in ist kann kannst man mein meine meinem meinen meiner mich mir mit oder sich sind so um und von vom wann warum was welche wenn werden wie wir wird wo zu zum zur',
  ru: 'а бы в во вы где для до и из или к как какие какои когда ко ли меня мне можно мои моего моеи мои мы на не ни но о об от по почему при с со сколько так то у что чтобы это я',
  lv: 'ar ari bet cik es ir ja ka kad kada kads kapec kas ko kur lai man mana manas manu mans mans mes no par pie un uz vai var viens',
  fr: 'a au aux avec ce ces comment dans de des du en est et il j je l la le les ma me mes mon ne ou par pas pour pourquoi puis quand que quel quelle qui sa se ses son sur un une vos votre y',
  es: 'a al como con cual cuando de del donde el en es esta la las lo los me mi mis no o para pero por porque puedo que se si son su sus un una y',
  pt: 'a ao as com como da das de do dos e em eu meu minha na nao nas no nos o onde os ou para por posso qual quando que se um uma',
  it: 'a al alla che chi come con cosa da dal dei del della di dove e gli i il in io la le lo mi mia mio non o per perche posso quale quando si un una',
}

/** Words of questions in a language, separated by spaces; none where we have no list. */
export const stopWordsOf = (locale: string): string => stopWords[locale.split('-')[0] ?? ''] ?? ''

/** Languages that write compounds as one word. */
export const hasCompounds = (locale: string): boolean => /^(?:da|de|et|fi|hu|is|lv|nb|nl|nn|no|sv)\b/.test(locale)
