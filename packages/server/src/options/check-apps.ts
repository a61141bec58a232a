import type { ShowableSurface } from '@docent/protocol'
import { IANAZone } from 'luxon'
import { z } from 'zod'
import { createStartError, type StartErrorCode } from '../base/start-error.ts'
import type { AnswerQuestion, BotOptions, BotWords } from '../bot/bot.ts'
import { weekdays } from '../reply/office-hours.ts'
import type { ReplyOptions } from '../reply/reply-options.ts'
import type { AppOptions } from './server-options.ts'

const minSecretBytes = 32

const tokenKey = z
  .strictObject({
    id: z.string().min(1).exactOptional(),
    algorithm: z.enum(['HS256', 'RS256', 'ES256', 'EdDSA']),
    key: z.string().min(1),
  })
  .refine(({ algorithm, key }) => algorithm !== 'HS256' || !/-----BEGIN|^\s*\{/.test(key), {
    path: ['key'],
    error: 'is a public key, but HS256 needs a shared secret. Name the algorithm of the key, or give the secret',
  })
  .refine(({ algorithm, key }) => algorithm !== 'HS256' || Buffer.byteLength(key) >= minSecretBytes, {
    path: ['key'],
    error: `must have at least ${minSecretBytes} bytes for HS256, for example from \`openssl rand -base64 32\``,
  })

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a time such as 09:00')
const span = z
  .tuple([clock, clock])
  .refine(([from, to]) => from < to, 'must begin before it ends; over midnight, give two: until 24:00 and from 00:00')
const names = z.union([z.string(), z.array(z.string())])
const withinMinutes = z.number().int().min(1)
const reply: z.ZodType<ReplyOptions> = z.strictObject({
  withinMinutes,
  hours: z
    .strictObject({
      timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone), 'must be a time zone such as Europe/Riga'),
      week: z.partialRecord(z.enum(weekdays), z.array(span)),
      closedOn: z.array(z.iso.date()).exactOptional(),
    })
    .exactOptional(),
  rules: z
    .array(z.strictObject({ plan: names.exactOptional(), stage: names.exactOptional(), withinMinutes }))
    .exactOptional(),
})

const surface: z.ZodType<ShowableSurface> = z.strictObject({
  feature: z.string().min(1),
  id: z.string().min(1),
  title: z.string().min(1),
})

const botWords: z.ZodType<Partial<BotWords>> = z.strictObject({
  found: z.string().exactOptional(),
  notFound: z.string().exactOptional(),
  handedOver: z.string().exactOptional(),
  solved: z.string().exactOptional(),
  person: z.string().exactOptional(),
})
const bot: z.ZodType<BotOptions> = z.strictObject({
  name: z.string().min(1).exactOptional(),
  avatarUrl: z.string().exactOptional(),
  answer: z.custom<AnswerQuestion>((value) => typeof value === 'function', 'must be a function').exactOptional(),
  words: botWords.exactOptional(),
})

const app: z.ZodType<AppOptions> = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/, 'must be 1 to 64 letters, digits, `-` or `_`'),
  name: z.string().exactOptional(),
  accent: z.string().exactOptional(),
  replyTime: z.string().exactOptional(),
  reply: reply.exactOptional(),
  bot: z.union([z.boolean(), bot]).exactOptional(),
  surfaces: z.array(surface).exactOptional(),
  team: z.array(z.strictObject({ name: z.string(), avatarUrl: z.string().exactOptional() })).exactOptional(),
  presence: z.boolean().exactOptional(),
  helpDir: z.string().exactOptional(),
  restrictedHelpDir: z.string().exactOptional(),
  definitionsFile: z.string().exactOptional(),
  origins: z
    .array(z.string().regex(/^https?:\/\/[^/]+$/, 'must be an origin such as https://app.acme.com, without a path'))
    .exactOptional(),
  tokenKeys: z.array(tokenKey).exactOptional(),
})

/** At least one app, no two with one id. */
const apps: z.ZodType<readonly AppOptions[]> = z
  .array(app)
  .min(1)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'must have different ids')

export function checkApps(value: unknown, where: string, code: StartErrorCode): readonly AppOptions[] {
  const result = apps.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = [where, ...(issue?.path ?? [])].map(String).join('.')
  throw createStartError(code, `${path}: ${issue?.message ?? 'is not as expected'}.`)
}
