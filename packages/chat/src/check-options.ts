import { checkFields, fail } from '@docent/core'
import { safeHref } from '@docent/protocol'
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
    if (!safeHref(channel.url ?? ''))
      fail('option-invalid', `The \`url\` of ${at} leads nowhere`, 'Use mailto:, tel:, https: or http:')
  })
  const parts = Object.keys(options.parts ?? {}).map((name) => [name, 'function'])
  checkFields('`parts` of chat()', Object.fromEntries(parts), options.parts ?? {})
}
