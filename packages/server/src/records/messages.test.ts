import type { MessagePart } from '@docent/protocol'
import { expect, it } from 'vitest'
import { textOf } from './messages.ts'

it('puts what was written before the names of what was added', () => {
  const file: MessagePart = {
    ...{ type: 'file', name: 'scan-2041.png', mime: 'image/png', bytes: 1 },
    file: { id: 'f1', url: 'https://files.example/f1' },
  }
  const text: MessagePart = { type: 'text', text: 'The **rate** is wrong', format: 'markdown' }
  expect(textOf([file, text])).toBe('The rate is wrong scan-2041.png')
  expect(textOf([file])).toBe('scan-2041.png')
})
