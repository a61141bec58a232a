import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chat, checklist, guide } from 'docent'
import { describe, expect, it } from 'vitest'
import { caps } from './caps.ts'
import { chat as chatOptions } from './chat.ts'
import { checklists } from './checklists.ts'
import { banners, hotspots, nudges, tips, tours } from './guides.ts'

const helpDir = join(import.meta.dirname, '../../help')
const articles = readdirSync(helpDir, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
const articleIds = articles.map((path) => path.replace(/^.*\/|\.md$/g, ''))
const tourIds: readonly string[] = tours.map(({ id }) => id)

describe('what Paperlane tells Docent', () => {
  it('is accepted by the features it is for', () => {
    expect(() => chat(chatOptions)).not.toThrow()
    expect(() => checklist({ checklists })).not.toThrow()
    expect(() => guide({ tours, tips, hotspots, banners, nudges })).not.toThrow()
  })

  it('leads from tasks to tours and articles that exist', () => {
    for (const task of checklists.flatMap(({ tasks }) => tasks)) {
      const help = 'help' in task ? task.help : undefined
      if (help?.kind === 'guide') expect(tourIds).toContain(help.id)
      if (help?.kind === 'article') expect(articleIds).toContain(help.id)
    }
  })

  it('leads from dots to articles that exist', () => {
    for (const { action } of hotspots) expect(articleIds).toContain(action.id)
  })

  it('shows nothing by itself to someone new who does not struggle', () => {
    expect(caps).toContainEqual({ group: 'all', atMost: 2, within: 'P1D' })
    for (const { id, when } of [...banners, ...hotspots, ...nudges]) expect(when, id).toBeDefined()
    const byThemselves = tours.filter((tour) => 'when' in tour)
    expect(byThemselves.map(({ id }) => id)).toEqual(['recommend'])
  })

  it('leads from articles to tours and checklists that exist', () => {
    const text = articles.map((path) => readFileSync(join(helpDir, path), 'utf8')).join('\n')
    const linked = [...text.matchAll(/\(docent:(guide|checklist)\/([\w-]+)/g)].map(([, , id]) => id)
    expect(linked.length).toBeGreaterThan(0)
    for (const id of linked) expect([...tourIds, ...checklists.map((list) => list.id)]).toContain(id)
  })
})
