import { type MergeRule, type StateEntry, TransportError, type VisitorCommands } from '@docent/protocol'
import { z } from 'zod'
import { randomId } from '../../base/ids.ts'
import { parseJson } from '../../base/json.ts'
import { isProgress } from '../../records/visitor-profile.ts'
import { mergeState } from '../../records/visitor-state.ts'
import { type Facts, readContext, updateVisitor, type VisitorRow } from '../../records/visitors.ts'
import { visitorStream } from '../../store/store.ts'
import { announceVisitor } from '../announce.ts'
import { defineCommand } from '../command-definition.ts'
import {
  maxRecordedEventBytes,
  maxRecordedEventsPerCommand,
  maxStateEntriesPerCommand,
  maxStateKeyLength,
  maxStateValueBytes,
  maxTraitsBytes,
} from '../limits.ts'
import { context, email, instant, json, name, traits, words } from '../shared-schemas.ts'

type Input<Name extends keyof VisitorCommands> = VisitorCommands[Name]['input']
type Nothing = Record<string, never>

const updateSchema: z.ZodType<Input<'visitor-update'>> = z.object({
  name: name.exactOptional(),
  email: email.exactOptional(),
  traits: traits.exactOptional(),
  context: context.exactOptional(),
})
/** Traits and context are merged key by key; a trait that becomes `null` is gone. */
export const visitorUpdate = defineCommand<VisitorRow, Input<'visitor-update'>, Nothing>(
  updateSchema,
  async ({ unit, actor }, input) => {
    const before = parseJson<Facts>(actor.told)
    const merged = Object.entries({ ...before.traits, ...input.traits }).filter(([, value]) => value !== null)
    const { context: news, ...facts } = input
    const told = JSON.stringify({ ...before, ...facts, traits: Object.fromEntries(merged) })
    if (Buffer.byteLength(told) > maxTraitsBytes) {
      throw new TransportError(
        'too-large',
        `input.traits: all together must have at most ${maxTraitsBytes} bytes as JSON`,
      )
    }
    const nextContext = JSON.stringify({ ...readContext(actor), ...news })
    if (told === actor.told && nextContext === actor.context) return {}
    await updateVisitor(unit.database, actor, { told, context: nextContext }, unit.now)
    await announceVisitor(unit, actor.id)
    return {}
  },
)

const key = words(maxStateKeyLength)
const value = json(maxStateValueBytes)
const changedAt = instant
const merge = <Rule extends MergeRule>(rule: Rule) => z.literal(rule)
const entry: z.ZodType<StateEntry> = z.discriminatedUnion('merge', [
  z.object({ key, value: z.number(), merge: merge('max'), changedAt }),
  z.object({ key, value: z.array(z.string()).and(value), merge: merge('union'), changedAt }),
  z.object({ key, value, merge: merge('last'), changedAt }),
])
const stateSchema: z.ZodType<Input<'visitor-state-put'>> = z.object({
  entries: z.array(entry).min(1).max(maxStateEntriesPerCommand),
})
/** A device whose clock runs ahead must not win for years: nothing was changed later than now. */
export const visitorStatePut = defineCommand<VisitorRow, Input<'visitor-state-put'>, Nothing>(
  stateSchema,
  async ({ unit, actor }, { entries }) => {
    const sane = entries.map((each) => ({ ...each, changedAt: Math.min(each.changedAt, unit.now) }))
    const changed = await mergeState(unit.database, actor.id, sane)
    if (changed.length === 0) return {}
    unit.emit(visitorStream(actor.id), { type: 'state-changed', entries: changed }, actor.id)
    if (changed.some(isProgress)) await announceVisitor(unit, actor.id)
    return {}
  },
)

const recorded = z.object({
  name: words(maxStateKeyLength),
  at: instant,
  data: json(maxRecordedEventBytes).exactOptional(),
})
const eventsSchema: z.ZodType<Input<'events-record'>> = z.object({
  events: z.array(recorded).min(1).max(maxRecordedEventsPerCommand),
})
export const eventsRecord = defineCommand<VisitorRow, Input<'events-record'>, Nothing>(
  eventsSchema,
  async ({ unit, actor }, { events }) => {
    const rows = events.map((event) => ({
      id: randomId(),
      app_id: unit.appId,
      visitor_id: actor.id,
      name: event.name,
      at: event.at,
      data: event.data === undefined ? null : JSON.stringify(event.data),
      received_at: unit.now,
    }))
    await unit.database.insertInto('recorded_event').values(rows).execute()
    return {}
  },
)
