import type { MessagePart } from '@docent/protocol'
import { personChoice, solvedChoice } from '../commands/bot-choices.ts'
import { bestSection } from './best-section.ts'
import type { AnswerQuestion, BotWords } from './bot.ts'
import type { FoundArticle, HelpLibrary } from './help-library.ts'

const defaultWords: BotWords = {
  found: 'From our article “{title}”:',
  notFound: 'I found nothing about that in our help centre, so I pass your question on to the team.',
  handedOver: 'I pass you on to the team.',
  solved: 'That solved it',
  person: 'Talk to a person',
}

/** An article that has less than half of what was asked is rather no answer than a wrong one. */
const minCoverage = 0.5
const maxSources = 3
/** Somebody who says so wants a person, not an article about persons. */
const asksForPerson =
  /\b(human|real person|(talk|speak|chat) (to|with) (a|an|some|the) ?\w*( ?(person|agent|team|one|body))?|operator)\b/i

/** The bot of an app that names none of its own: quotes the help centre, says from where, and hands over what is not in it. */
export function createHelpBot(library: HelpLibrary, given: Partial<BotWords> = {}): AnswerQuestion {
  const words = { ...defaultWords, ...given }
  return async function* answer({ text, locale }) {
    if (asksForPerson.test(text)) {
      yield { type: 'text', text: words.handedOver }
      yield { type: 'hand-over' }
      return
    }
    const found = (await library.search(text, locale, maxSources)).filter(({ coverage }) => coverage >= minCoverage)
    const [best, ...others] = found
    const section = best && bestSection(best, text)
    if (!best || !section) {
      yield { type: 'text', text: words.notFound }
      yield { type: 'hand-over' }
      return
    }
    yield { type: 'text', text: `${words.found.replace('{title}', best.entry.title)}\n\n` }
    for (const block of section.split(/(?<=\n)/)) yield { type: 'text', text: block }
    yield { type: 'parts', parts: partsOf(best, others, words) }
  }
}

const partsOf = ({ entry }: FoundArticle, others: readonly FoundArticle[], words: BotWords): MessagePart[] => [
  { type: 'article', articleId: entry.id, title: entry.title },
  ...others.map(({ entry: { id, title } }) => ({ type: 'source', title, articleId: id }) as const),
  {
    type: 'choices',
    once: true,
    options: [
      { value: solvedChoice, label: words.solved },
      { value: personChoice, label: words.person },
    ],
  },
]
