// @vitest-environment node
import { createMemoryBackend } from '@docent/transports/memory'
import { expect, it } from 'vitest'
import { createDocent } from './index.ts'

it('is imported, made and destroyed where there is no page', async () => {
  expect(typeof window).toBe('undefined')
  expect(typeof document).toBe('undefined')
  const docent = createDocent({ transport: createMemoryBackend().transport(), features: [] })
  docent.track('invoice_created')
  docent.update({ plan: 'pro' })
  await docent.identify({ id: 'u1' }, 'token')
  expect(docent.state.value).toBe('idle')
  expect((await docent.diagnose()).reasons.map(({ code }) => code)).toEqual(['not-started'])
  docent.destroy()
  expect(docent.state.value).toBe('destroyed')
})
