import { expect, expectTypeOf, it } from 'vitest'
import { defineBanner, defineHotspot, defineNudge, defineTargets, defineTip, defineTour } from './define.ts'
import { guide } from './guide.ts'

const targets = defineTargets({ save: { role: 'button', name: 'Save' }, iban: [{ testId: 'iban' }, { label: 'IBAN' }] })
const tour = defineTour({
  id: 'bank',
  steps: [
    { id: 'iban', target: targets.iban, title: 'IBAN', text: 'Spaces do not matter.', next: [{ to: 'save' }] },
    { id: 'save', target: targets.save, title: 'Save', text: 'It is on your next invoice.' },
  ],
})

it('a tour knows its id and those of its steps', () => {
  expectTypeOf(tour.id).toEqualTypeOf<'bank'>()
  expectTypeOf(tour.steps[0]?.id).toEqualTypeOf<'iban' | 'save' | undefined>()
  expect(tour.steps[0]).toMatchObject({ target: [{ testId: 'iban' }, { label: 'IBAN' }], next: [{ to: 'save' }] })
})

it('a target that is not there, and a branch to no step, do not compile', () => {
  // @ts-expect-error there is no such target
  expect(targets.nope).toBeUndefined()
  const wrong = () =>
    defineTour({
      id: 'bank',
      steps: [
        // @ts-expect-error there is no such step
        { id: 'iban', title: 'IBAN', text: 'Spaces do not matter.', next: [{ to: 'nope' }] },
        { id: 'save', title: 'Save', text: 'It is on your next invoice.' },
      ],
    })
  expect(() => guide({ tours: [wrong()] })).toThrow('which is no step of this tour')
})

it('a rule, a target and an action are checked where they are written', () => {
  // @ts-expect-error no such kind of rule
  defineBanner({ id: 'break', text: 'Back at 6.', when: { kind: 'pag', path: '/' } })
  // @ts-expect-error a role needs its name
  defineTip({ id: 'copy', target: { role: 'button' }, text: 'Makes a copy' })
  // @ts-expect-error no such action
  defineHotspot({ id: 'new', target: '#a', title: 'New', text: 'Try it', action: { kind: 'nope' } })
  // @ts-expect-error a nudge needs its rule
  defineNudge({ id: 'stuck', text: 'Can we help?' })
})
