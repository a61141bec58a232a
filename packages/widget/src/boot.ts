import type { ChatOptions } from '@docent/chat'
import { chatFeature } from '@docent/chat/feature'
import type { ChecklistOptions } from '@docent/checklist'
import { assembleDocent, type DocentBase, type DocentOptions, type Feature, fail } from '@docent/core'
import type { FaqOptions } from '@docent/faq'
import { faqFeature } from '@docent/faq/feature'
import type { GuideOptions } from '@docent/guide'
import { guideFeature } from '@docent/guide/feature'
import type { NewsOptions } from '@docent/news'
import { http } from '@docent/transports/http'
import { createShell } from '@docent/ui'

/** What `Docent('options', …)` takes: those of `createDocent`, and each feature's own; `false` leaves a feature out. */
export interface ScriptOptions extends Omit<DocentOptions, 'transport' | 'features' | 'shell'> {
  /** Address of the server. @default the script tag's data-server */
  readonly server?: string
  readonly chat?: ChatOptions | false
  readonly faq?: FaqOptions | false
  readonly checklist?: ChecklistOptions | false
  readonly guide?: GuideOptions | false
  /** `{}` takes the news of the app's help centre. @default none */
  readonly news?: NewsOptions | false
  /** Tours, tips and checklists as JSON: an address, or `true` for what the server has for this app. Instead of those in `guide` and `checklist`. */
  readonly definitions?: string | true
  /** `true`: `?docent=debug` in the address opens the panel for developers. Leave it out where visitors must not see it. */
  readonly developer?: boolean
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
  const { server, app, locale, scheme, side, manual } = settings
  const fromTag = Object.entries({ server, app, locale, scheme, side }).filter(([, value]) => value)
  const given: ScriptOptions = Object.assign(Object.fromEntries(fromTag), ...options.map((call) => call[1]))
  if (options[0] || scheme || side) {
    // Checks that do not load cost the page its checks, not its widget.
    const checks = await import('./check-script-options.ts').catch(console.error)
    await checks?.checkScriptOptions(given)
  }
  const { checklist, developer, news } = given
  // These are only where the page asks for them.
  const isAsked = checklist || news || developer || /^(?!en|und)/.test(`${given.locale}`)
  const asked = isAsked ? await (await import('./asked-features.ts')).askedFeatures(given) : []
  const docent = create(given, asked)
  if (manual === undefined) void docent.start()
  return async (call) => {
    const [name, ...parameters] = Array.from(call)
    if (name === 'options') fail('option-invalid', 'The options came late', 'Set them first')
    return invoke(docent, String(name), parameters)
  }
}

function create(
  { server, chat, faq, checklist: _, guide, ...options }: ScriptOptions,
  asked: readonly Feature[],
): DocentBase {
  if (!server) fail('option-missing', 'There is no server', 'Add data-server')
  const { app } = options
  const features: readonly Feature[] = [
    chat !== false && chatFeature(chat),
    faq !== false && faqFeature(faq),
    ...asked,
    guide !== false && guideFeature(guide),
  ].filter((feature) => !!feature)
  return assembleDocent({
    shell: createShell(),
    ...options,
    ...{ transport: http({ url: server, ...(app && { app }) }), features },
  })
}

/** `'open'` and `'chat.send'` alike. */
function invoke(docent: DocentBase, name: string, parameters: readonly unknown[]): unknown {
  const method = name
    .split('.')
    .reduce<unknown>((owner, key) => (owner as Record<string, unknown> | undefined)?.[key], docent)
  if (typeof method !== 'function') fail('unsupported', `There is no ${name}()`, 'See the manual')
  return method(...parameters)
}
