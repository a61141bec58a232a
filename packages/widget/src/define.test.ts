import { expectTypeOf, it } from 'vitest'
import { checklist, createDocent, defineChecklist, defineTour, guide } from './index.ts'
import { memory } from './transports/memory.ts'

const bankTour = defineTour({ id: 'bank', steps: [{ id: 'iban', title: 'IBAN', text: 'Spaces do not matter.' }] })
const setup = defineChecklist({
  id: 'setup',
  title: 'Set up',
  tasks: [{ id: 'bank', title: 'Add your bank account', byHand: true, help: { kind: 'guide', id: bankTour.id } }],
})

it('docent takes the ids that its features were given, and no others', async () => {
  const docent = createDocent({
    transport: memory(),
    features: [guide({ tours: [bankTour] }), checklist({ checklists: [setup] })],
  })
  await docent.start()
  expectTypeOf(docent.guide.start).parameter(0).toEqualTypeOf<'bank'>()
  expectTypeOf(docent.checklist.complete).parameters.toEqualTypeOf<['setup', 'bank']>()
  expectTypeOf(docent.checklist.open).parameter(0).toEqualTypeOf<'setup' | undefined>()
  docent.destroy()
})

it('and any where nothing was given', async () => {
  const docent = createDocent({ transport: memory(), features: [guide()] })
  await docent.start()
  expectTypeOf(docent.guide.start).parameter(0).toEqualTypeOf<string>()
  docent.destroy()
})
