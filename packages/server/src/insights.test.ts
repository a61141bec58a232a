import type { HelpInsights, RecordedEvent } from '@docent/protocol'
import { expect, onTestFinished, test } from 'vitest'
import { createGuest, createTestAgent, type Guest } from './testing/guest.ts'
import { describeOnBothDatabases } from './testing/on-both-databases.ts'

const minute = 60_000
const at = Date.now() - 120 * minute

describeOnBothDatabases('insights', ({ start }) => {
  test('say what is searched in vain, which articles leave questions, and what an article answered', async () => {
    const { url, createSignInLink } = await start(onTestFinished)
    const agent = await createTestAgent(url, await createSignInLink())
    const record = (guest: Guest, ...events: RecordedEvent[]) => guest.command('events-record', { events })
    const ask = (from = at, to = Date.now()) =>
      agent.query<{ help: HelpInsights }>('insights', { from: from - minute, to })

    const asks = await createGuest(url)
    const conversationId = await asks.converse('How do I take cards?')
    const now = Date.now()
    await record(
      asks,
      { name: 'help_searched', at: now - 3 * minute, data: { text: 'Apple Pay ', results: 0 } },
      { name: 'question_begun', at: now - 2 * minute },
      { name: 'article_viewed', at: now - minute, data: { id: 'cards' } },
      { name: 'article_rated', at: now - minute, data: { id: 'cards', helpful: false, reason: 'outdated' } },
      { name: 'conversation_started', at: now },
    )
    const reads = await createGuest(url)
    await record(
      reads,
      { name: 'help_searched', at, data: { text: 'apple pay', results: 0 } },
      { name: 'help_searched', at: at + 1, data: { text: 'vat', results: 3 } },
      { name: 'help_result_opened', at: at + 2, data: { text: 'vat', id: 'vat', place: 1 } },
      { name: 'question_begun', at: at + minute },
      { name: 'article_viewed', at: at + 2 * minute, data: { id: 'vat' } },
      { name: 'article_rated', at: at + 3 * minute, data: { id: 'vat', helpful: true } },
      // Long after: another matter.
      { name: 'conversation_started', at: at + 90 * minute },
    )
    const { help } = await ask()
    expect(help).toMatchObject({
      ...{ searches: 3, emptySearches: 2, openedResults: 1, endedInChat: 1, begun: 2, deflected: 1 },
      missing: [{ text: 'apple pay', times: 2, visitors: 2, conversations: [{ id: conversationId }] }],
      articles: [{ id: 'cards', views: 1, helpful: 0, notHelpful: 1, reasons: { outdated: 1 } }],
    })
    expect(help.articles[0]?.conversations).toEqual([{ id: conversationId, title: 'How do I take cards?' }])
    expect(help.days.reduce((sum, { deflected }) => sum + deflected, 0)).toBe(1)
    expect((await ask(at, at + 1)).help).toMatchObject({ searches: 1, deflected: 0 })
    await expect(ask(0)).rejects.toMatchObject({ code: 'invalid' })

    // Erased is erased from the figures, too.
    await reads.command('visitor-erase', {})
    expect((await ask()).help).toMatchObject({ searches: 1, deflected: 0 })
  })

  test('are for agents of the app alone', async () => {
    const { url } = await start(onTestFinished)
    const guest = await createGuest(url)
    await expect(guest.query('insights', { from: at, to: Date.now() })).rejects.toMatchObject({ code: 'unsupported' })
  })
})
