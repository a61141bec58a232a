/** Words of English questions that no article is about. */
export const englishStopWords =
  'a about am an and are as at be but by can cannot could did didn do does doesn doing don dont for from get got had has have how i if im in into is isn it its ive just me my not of on or our please should so than that the their them then there these they this to too us was we were what when where which who why will with won wont would you your'
