import type { Id, Target } from '@docent/protocol'
import type { NudgeDefinition } from './nudges/nudge-definition.ts'
import type { BannerDefinition, HotspotDefinition, TipDefinition, TourDefinition } from './options.ts'

// Each answers what it is given: they are there for the compiler, which then knows every id and refuses one that is not there.

/**
 * The elements that tours and tips point at, each under a name: written once, used as `targets.newInvoice`.
 * @example const targets = defineTargets({ newInvoice: { role: 'button', name: 'New invoice' }, iban: [{ testId: 'iban' }, { label: 'IBAN' }] })
 */
export const defineTargets = <const Targets extends Readonly<Record<string, Target>>>(targets: Targets): Targets =>
  targets

/**
 * A tour for `guide({ tours })`. Branches can only lead to its own steps; `tour.id` is what others start it by.
 * @example
 * const firstInvoice = defineTour({ id: 'first-invoice', steps: [
 *   { id: 'new', target: targets.newInvoice, title: 'Write your first invoice', text: 'One line is enough.', advance: { kind: 'click' } },
 * ] })
 */
export const defineTour = <const TourId extends Id, const StepId extends Id>(
  tour: TourDefinition<TourId, StepId>,
): TourDefinition<TourId, StepId> => tour

/** A tip for `guide({ tips })`. */
export const defineTip = <const TipId extends Id>(tip: TipDefinition<TipId>): TipDefinition<TipId> => tip

/** A bar for `guide({ banners })`. */
export const defineBanner = <const BannerId extends Id>(
  banner: BannerDefinition<BannerId>,
): BannerDefinition<BannerId> => banner

/** A dot for `guide({ hotspots })`. */
export const defineHotspot = <const HotspotId extends Id>(
  hotspot: HotspotDefinition<HotspotId>,
): HotspotDefinition<HotspotId> => hotspot

/** A message by the launcher for `guide({ nudges })`. */
export const defineNudge = <const NudgeId extends Id>(nudge: NudgeDefinition<NudgeId>): NudgeDefinition<NudgeId> =>
  nudge
