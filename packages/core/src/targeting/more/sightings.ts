import type { Target } from '@docent/protocol'
import { type ReadonlySignal, signal } from '@preact/signals-core'
import { hostDocument, onClick } from '../../browser/clicks.ts'
import type { FeatureContext } from '../../feature.ts'
import type { Sighting } from '../../rules/more-leaves.ts'

/** Which targets are on the page now, and which were clicked since a rule first asked: each is followed once, and only while asked for by a rule. */
export function createSightings({ scope, services, report }: Pick<FeatureContext, 'scope' | 'services' | 'report'>) {
  const followed = new Map<
    string,
    {
      readonly place: ReadonlySignal<Sighting | undefined>
      readonly click: ReadonlySignal<Sighting | undefined>
    }
  >()
  return (target: Target, asksForClick: boolean): Sighting | undefined => {
    const key = JSON.stringify(target)
    const { place, click } = followed.get(key) ?? follow(key, target)
    return asksForClick ? click.value : place.value
  }

  function follow(key: string, target: Target) {
    const place = signal<Sighting | undefined>(undefined)
    const click = signal<Sighting | undefined>(undefined)
    const signals = { place, click }
    followed.set(key, signals)
    const load = services.get('targets')
    if (!load) return signals
    let element: Element | undefined
    const see = (found: Element | undefined): void => {
      element = found
      place.value = found ? 'visible' : 'absent'
      click.value ??= place.value
    }
    onClick(scope, (path) => {
      if (element && path.includes(element)) click.value = 'clicked'
    })
    load()
      .then(({ followTarget }) => followTarget(target, hostDocument(), scope.signal, see))
      .then(() => place.peek() ?? see(undefined))
      .catch(report)
    return signals
  }
}
