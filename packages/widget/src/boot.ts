import { type ChatOptions, chat } from '@docent/chat'
import type { ChecklistOptions } from '@docent/checklist'
import { checklistFeature } from '@docent/checklist/feature'
import { type DocentBase, DocentError, type DocentOptions } from '@docent/core'
import type { FaqOptions } from '@docent/faq'
import { faqFeature } from '@docent/faq/feature'
import type { GuideOptions } from '@docent/guide'
import { guideFeature } from '@docent/guide/feature'
import { http } from '@docent/transports/http'
import { createDocent } from './create-docent.ts'

/** What `Docent('options', …)` takes: those of `createDocent`, and each feature's own; `false` leaves a feature out. */
export interface ScriptOptions extends Omit<DocentOptions, 'transport' | 'features' | 'shell'> {
  /** Address of the server. @default the script tag's data-server */
  readonly server?: string
  readonly chat?: ChatOptions | false
  readonly faq?: FaqOptions | false
  readonly checklist?: ChecklistOptions | false
  readonly guide?: GuideOptions | false
}

/** The script tag's `data-*` attributes. */
export interface ScriptSettings {
  readonly server?: string
  readonly app?: string
  readonly locale?: string
  readonly scheme?: string
  readonly side?: string
  /** Present: the page calls `Docent('start')` itself. */
  readonly manual?: string
}

/** `['open', 'chat']`: a method's name and its arguments, as they came to the global function. */
export type Call = ArrayLike<unknown>
export type Deliver = (call: Call) => Promise<unknown>

/**
 * Makes and starts the widget of a script tag and answers the function that every later call goes to. `options` are those of
 * the `Docent('options', …)` calls that came before; later ones win.
 */
export async function boot(settings: ScriptSettings, options: readonly Call[]): Promise<Deliver> {
  const given = Object.assign({}, ...options.map((call) => call[1])) as ScriptOptions
  if (given.faq || given.checklist || given.guide) (await import('./check-script-options.ts')).checkScriptOptions(given)
  const docent = create(settings, given)
  if (settings.manual === undefined) void docent.start()
  return async (call) => {
    const [name, ...parameters] = Array.from(call)
    if (name === 'options')
      throw new DocentError(
        'option-invalid',
        "Docent('options') came after the start",
        'Call it first, or start by hand with data-manual',
      )
    return invoke(docent, String(name), parameters)
  }
}

function create(settings: ScriptSettings, given: ScriptOptions): DocentBase {
  const { server = settings.server, chat: c, faq: f, checklist: l, guide: g, ...options } = given
  if (!server)
    throw new DocentError(
      'option-missing',
      'The address of the server is missing',
      'Add data-server="https://…" to the script tag',
    )
  const { app, locale, scheme, side } = settings
  const fromTag = Object.fromEntries(
    Object.entries({ app, locale, scheme, side }).filter(([, value]) => value),
  ) as Partial<DocentOptions>
  const chosen = { ...fromTag, ...options }
  return createDocent({
    ...chosen,
    transport: http({ url: server, ...(chosen.app && { app: chosen.app }) }),
    features: [
      ...(c === false ? [] : [chat(c)]),
      ...(f === false ? [] : [faqFeature(f)]),
      ...(l ? [checklistFeature(l)] : []),
      ...(g === false ? [] : [guideFeature(g)]),
    ],
  })
}

/** `'open'` and `'chat.send'` alike. */
function invoke(docent: DocentBase, name: string, parameters: readonly unknown[]): unknown {
  const path = name.split('.')
  const last = path.pop() ?? ''
  const owner = path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], docent)
  const method = (owner as Record<string, unknown> | undefined)?.[last]
  if (typeof method !== 'function')
    throw new DocentError(
      'unsupported',
      `There is no Docent('${name}')`,
      'See the list of methods in the documentation',
    )
  return method(...parameters)
}
