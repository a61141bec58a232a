import { checkFields, fail } from '@docent/core'
import type { ChatOptions } from './options.ts'

/** `typeof` of each option. */
const known: Readonly<Record<keyof ChatOptions, string>> = {
  suggestArticles: 'boolean',
  preview: 'boolean',
  countInTitle: 'boolean',
  sound: 'boolean',
  notification: 'boolean',
  reasons: 'boolean',
  bugReport: 'object',
  channels: 'object',
  parts: 'object',
}

/** What `safeHref()` lets into a link; it is in the file of the panel, which a page with options is not to load for that. */
const somewhere = /^\s*(https?:|mailto:|tel:)/i

/** Throws what is wrong, at `chat()`. */
export function checkChatOptions(options: ChatOptions): void {
  checkFields('chat()', known, options)
  checkFields(
    '`bugReport` of chat()',
    { appVersion: 'string', collectErrors: 'boolean', extra: 'function' },
    options.bugReport ?? {},
  )
  options.channels?.forEach((channel, index) => {
    const at = `\`channels[${index}]\` of chat()`
    checkFields(at, { kind: 'mail|phone|telegram|whatsapp|other', url: 'string', label: 'string' }, channel)
    if (!somewhere.test(channel.url ?? ''))
      fail('option-invalid', `The \`url\` of ${at} leads nowhere`, 'Use mailto:, tel:, https: or http:')
  })
  const parts = Object.keys(options.parts ?? {}).map((name) => [name, 'function'])
  checkFields('`parts` of chat()', Object.fromEntries(parts), options.parts ?? {})
}
