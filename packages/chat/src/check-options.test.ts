import { expect, it } from 'vitest'
import { checkChatOptions } from './check-options.ts'
import type { ChatOptions } from './options.ts'

it('takes what is right', () => {
  const channels = [{ kind: 'mail', url: 'mailto:help@acme.example' } as const]
  const bugReport = { appVersion: '1', collectErrors: true, extra: () => ({}) }
  expect(() => checkChatOptions({ preview: false, reasons: true, channels, bugReport })).not.toThrow()
})

it.each([
  [{ sounds: true }, 'chat() has no option `sounds`'],
  [{ sound: 'yes' }, '`sound` of chat() is "yes"'],
  [{ bugReport: { errors: true } }, '`bugReport` of chat() has no option `errors`'],
  [{ channels: [{ kind: 'fax', url: 'tel:1' }] }, '`kind` of `channels[0]` of chat() is "fax"'],
  [{ channels: [{ kind: 'other', url: 'javascript:alert(1)' }] }, 'The `url` of `channels[0]` of chat() leads nowhere'],
  [{ channels: [{ kind: 'other' }] }, 'The `url` of `channels[0]` of chat() leads nowhere'],
])('rejects %j', (options, problem) => {
  expect(() => checkChatOptions(options as unknown as ChatOptions)).toThrow(problem)
})
